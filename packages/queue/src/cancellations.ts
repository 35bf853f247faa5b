import type { Redis } from 'ioredis';
import { DAY } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';

/** Longer than any step may wait, so that a mark outlives the job that it is for. */
const MARK_MS = 400 * DAY;

/** Marks a run as cancelled: its next step, or its next attempt, does not happen. */
export async function markCancelled(redis: Redis, keys: RedisKeys, runId: string): Promise<void> {
  await redis.set(keys.cancelled(runId), '1', 'PX', MARK_MS);
}

export async function isCancelled(redis: Redis, keys: RedisKeys, runId: string): Promise<boolean> {
  return (await redis.exists(keys.cancelled(runId))) === 1;
}
