import { QueueKeys as BullKeys } from 'bullmq';
import type { QueueKeys } from '../keys.ts';
import { queueKeyNames } from './add-job-script.ts';

/** A queue's keys as the scripts take them. */
export interface ScriptKeys {
  /** What the key of a job begins with; its id follows. */
  jobPrefix: string;
  named: Readonly<Record<(typeof queueKeyNames)[number], string>>;
  /** In the order of `queueKeyNames`. */
  ordered: readonly string[];
}

const made = new WeakMap<QueueKeys, ScriptKeys>();

/** The keys of a queue by BullMQ's own layout; made once for each. */
export function scriptKeysOf(queue: QueueKeys): ScriptKeys {
  const known = made.get(queue);
  if (known !== undefined) return known;
  const layout = new BullKeys(queue.prefix);
  const entries = queueKeyNames.map((name) => [name, layout.toKey(queue.name, name)] as const);
  const keys: ScriptKeys = {
    jobPrefix: layout.toKey(queue.name, ''),
    named: Object.fromEntries(entries) as ScriptKeys['named'],
    ordered: entries.map(([, key]) => key),
  };
  made.set(queue, keys);
  return keys;
}
