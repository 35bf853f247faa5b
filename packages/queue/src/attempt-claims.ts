import type { Redis } from 'ioredis';
import { DAY } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';

/** One try to deliver a step: of several workers that come to it, one may send. */
export interface AttemptClaim {
  runId: string;
  stepId: string;
  /** From 1. */
  n: number;
}

/** Longer than a job may stay with dead workers before somebody takes it again. */
const CLAIM_MS = 30 * DAY;

/** True for the first who asks; false where an attempt was begun before and its outcome never told. */
export async function claimAttempt(
  redis: Redis,
  keys: RedisKeys,
  { runId, stepId, n }: AttemptClaim,
): Promise<boolean> {
  return (await redis.set(keys.attempt(runId, stepId, n), '1', 'PX', CLAIM_MS, 'NX')) === 'OK';
}

/** Gives an attempt back that certainly sent nothing. */
export async function releaseAttempt(
  redis: Redis,
  keys: RedisKeys,
  { runId, stepId, n }: AttemptClaim,
): Promise<void> {
  await redis.del(keys.attempt(runId, stepId, n));
}
