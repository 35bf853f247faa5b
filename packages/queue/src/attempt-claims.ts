import type { Redis } from 'ioredis';
import { BegunAttempt, limits, validator, type MessagePlace, type MessageRef } from '@taskhook/contracts';
import { results } from './pipeline-results.ts';
import type { RedisKeys } from './keys.ts';
import { rememberRun } from './person-runs.ts';

/** One try to deliver a step: of several workers that come to it, one may send. */
export interface AttemptClaim {
  place: MessagePlace;
  /** The keyed hash of whom it is for. */
  addressId: string;
}

/** `begunAt`, in milliseconds since 1970, is when another worker began it, whose outcome was never told. */
export type ClaimedAttempt = { first: true } | { first: false; begunAt: number };

/**
 * The first who asks may send. From then on it is known, for longer than a job may stay with dead
 * workers, where the message belongs and that its run has written to the person.
 */
export async function claimAttempt(
  redis: Redis,
  keys: RedisKeys,
  { place, addressId }: AttemptClaim,
): Promise<ClaimedAttempt> {
  const now = Date.now();
  const begun: BegunAttempt = { place, begun_at: now };
  const transaction = redis.multi();
  const text = JSON.stringify(begun);
  transaction.set(attemptKey(keys, place), text, 'PX', limits.conversationMs, 'NX', 'GET');
  rememberRun(transaction, keys, { addressId, place, at: now });
  const [held] = await results(transaction.exec());
  if (typeof held !== 'string') return { first: true };
  return { first: false, begunAt: parseBegun(held)?.begun_at ?? 0 };
}

/** Gives an attempt back that certainly sent nothing. */
export async function releaseAttempt(redis: Redis, keys: RedisKeys, ref: MessageRef): Promise<void> {
  await redis.del(attemptKey(keys, ref));
}

/** Where the message of an attempt belongs; null for an attempt that was never begun. */
export async function findAttempt(
  redis: Redis,
  keys: RedisKeys,
  ref: MessageRef,
): Promise<MessagePlace | null> {
  const held = await redis.get(attemptKey(keys, ref));
  return held === null ? null : (parseBegun(held)?.place ?? null);
}

function attemptKey(keys: RedisKeys, { run_id, step_id, n }: MessageRef): string {
  return keys.attempt(run_id, step_id, n);
}

const check = validator(BegunAttempt);

function parseBegun(text: string): BegunAttempt | undefined {
  const result = check(JSON.parse(text));
  return result.ok ? result.value : undefined;
}
