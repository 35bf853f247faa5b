import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { Rate, SECOND, validator, type ConnectionRecord } from '@taskhook/contracts';
import type { ReadModel, Target } from '@taskhook/queue';
import type { RenderedStep } from '@taskhook/templating';
import type { StepWork } from '../step-work.ts';

/** What an attempt goes to; undefined where it goes nowhere, or nobody can tell. */
export type TargetFinder = (
  work: StepWork,
  rendered: RenderedStep,
) => Target | undefined | Promise<Target | undefined>;

const CACHED_CONNECTIONS = 10_000;
const isRate = validator(Rate);

/** Connections are remembered for a second: a limit that was changed counts as soon. */
export function createTargetFinder(readModel: Pick<ReadModel, 'connection'>): TargetFinder {
  const known = new LRUCache<string, { target: Target | undefined }>({
    max: CACHED_CONNECTIONS,
    ttl: SECOND,
  });
  const connectionTarget = async (id: string): Promise<Target | undefined> => {
    const cached = known.get(id);
    if (cached !== undefined) return cached.target;
    const record = await readModel.connection(id);
    const target = record === null ? undefined : targetOfRecord(record);
    known.set(id, { target });
    return target;
  };
  return (work, rendered) => {
    const { definition } = work.step;
    if ('connection' in definition) return connectionTarget(definition.connection);
    return rendered.channel === 'http' ? hostTarget(work, rendered.url) : undefined;
  };
}

function targetOfRecord({ connection_id, provider, settings }: ConnectionRecord): Target {
  const rate = isRate(settings['limits']);
  return { id: connection_id, provider, rate: rate.ok ? rate.value : undefined };
}

/** A task's hosts are its own: what one task calls wrongly does not hold up the calls of another. */
function hostTarget({ job, definition }: StepWork, url: string): Target | undefined {
  const host = URL.parse(url.trim())?.host ?? '';
  if (host === '') return undefined;
  const id = `${job.task_id}.${digest(host)}`;
  return { id, provider: 'http', rate: definition.limits?.per_host };
}

/** The name of a host may be made of a lead's data. */
function digest(host: string): string {
  return createHash('sha256').update(host).digest('base64url').slice(0, 16);
}
