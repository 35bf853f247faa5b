import type { Instance, InstanceRecord, SystemReport } from '@taskhook/contracts';
import { readInstances } from '@taskhook/queue';
import type { Registry } from '../registry.ts';

/** What the running processes tell of themselves. Throws `unavailable`. */
export async function systemReport({ redis, keys }: Registry): Promise<SystemReport> {
  const records = await readInstances(redis, keys, Date.now());
  return { instances: records.map(toInstance) };
}

function toInstance({ started_at, at, answer_times: _counted, ...rest }: InstanceRecord): Instance {
  return {
    ...rest,
    started_at: new Date(started_at).toISOString(),
    seen_at: new Date(at).toISOString(),
  };
}
