import type { Redis } from 'ioredis';
import { receiptProviders } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';

/** What is known of a run by which its keys are named. */
export interface RunTraces {
  runId: string;
  /** The steps that it has come to, with how many attempts were made of each. */
  steps: readonly { id: string; attempts: number }[];
  /** The ids that providers gave its messages; they may tell the number that a message went to. */
  messageIds: readonly string[];
}

/**
 * Removes what Redis keeps of a run beside its jobs: attempts, receipts, replies, messages and steps
 * that wait for an unknown outcome. Its mark as cancelled stays. Gives how many keys there were.
 */
export async function removeRunTraces(
  redis: Redis,
  keys: RedisKeys,
  { runId, steps, messageIds }: RunTraces,
): Promise<number> {
  const attempts = steps.flatMap(({ id, attempts: made }) =>
    // One may have begun that is not told of.
    Array.from({ length: made + 1 }, (_, i) => keys.attempt(runId, id, i + 1)),
  );
  const messages = messageIds.flatMap((id) => receiptProviders.map((provider) => keys.message(provider, id)));
  const names = [keys.receipts(runId), keys.replies(runId), keys.unknown(runId), ...attempts, ...messages];
  return redis.del(...names);
}

/** Removes by what a person is found in Redis: the runs that wrote to them, and their places in tasks' windows. */
export async function removePersonKeys(
  redis: Redis,
  keys: RedisKeys,
  { addressIds, claims }: { addressIds: readonly string[]; claims: readonly string[] },
): Promise<number> {
  const names = [...addressIds.map((id) => keys.person(id)), ...claims];
  return names.length === 0 ? 0 : redis.del(...names);
}
