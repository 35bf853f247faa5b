import { setTimeout as sleep } from 'node:timers/promises';
import { admit, type Admission, type Admitted, type Redis, type RedisKeys } from '@taskhook/queue';
import type { IngressEvents } from '../events.ts';

export interface CommitParts {
  redis: Redis;
  keys: RedisKeys;
  events: IngressEvents;
}

/** A group is tried again where it failed this early: a sender waits for no more than one time-out. */
const RETRY_WITHIN_MS = 1_000;
const RETRY_AFTER_MS = 200;

/**
 * Admits a group. Where that failed it is admitted once more: what is in by then stays in, once.
 * Rejects when it may not be in.
 */
export async function commitGroup(
  { redis, keys, events }: CommitParts,
  group: readonly Admission[],
): Promise<Admitted[]> {
  const start = performance.now();
  try {
    return await admit(redis, keys, group);
  } catch (error) {
    if (performance.now() - start > RETRY_WITHIN_MS) throw error;
    events.groupRetried(group.length, error);
    await sleep(RETRY_AFTER_MS);
    return admit(redis, keys, group);
  }
}
