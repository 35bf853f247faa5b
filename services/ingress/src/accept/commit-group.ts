import { setTimeout as sleep } from 'node:timers/promises';
import {
  admit,
  redisUnavailable,
  type Admission,
  type Admitted,
  type Redis,
  type RedisKeys,
} from '@taskhook/queue';
import type { IngressEvents } from '../events.ts';

export interface CommitParts {
  redis: Redis;
  keys: RedisKeys;
  events: IngressEvents;
  /** Whether Redis is not worth a try now; then a group is rejected at once. */
  isAway?: () => boolean;
}

/** A group is tried again where it failed this early: a sender waits for no more than one time-out. */
const RETRY_WITHIN_MS = 1_000;
const RETRY_AFTER_MS = 200;

/**
 * Admits a group. Where that failed it is admitted once more: what is in by then stays in, once.
 * Rejects when it may not be in.
 */
export async function commitGroup(
  { redis, keys, events, isAway = () => false }: CommitParts,
  group: readonly Admission[],
): Promise<Admitted[]> {
  if (isAway()) throw redisUnavailable(new Error('Redis is away'));
  const start = performance.now();
  try {
    return await admit(redis, keys, group);
  } catch (error) {
    if (performance.now() - start > RETRY_WITHIN_MS || isAway()) throw error;
    events.groupRetried(group.length, error);
    await sleep(RETRY_AFTER_MS);
    return admit(redis, keys, group);
  }
}
