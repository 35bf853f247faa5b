import type { ChainableCommander, Redis } from 'ioredis';
import { limits, type MessagePlace } from '@taskhook/contracts';
import { results } from './pipeline-results.ts';
import type { RedisKeys } from './keys.ts';

/** A run that has written to somebody. */
export type PersonRun = Pick<MessagePlace, 'run_id' | 'task_id' | 'revision'>;

const RUNS_KEPT = 50;

/** Adds to a transaction that a run writes to an address. Of each address the latest runs are kept. */
export function rememberRun(
  transaction: ChainableCommander,
  keys: RedisKeys,
  { addressId, place, at }: { addressId: string; place: MessagePlace; at: number },
): void {
  const key = keys.person(addressId);
  transaction.zadd(key, at, [place.run_id, place.task_id, place.revision].join(' '));
  transaction.zremrangebyrank(key, 0, -RUNS_KEPT - 1);
  transaction.pexpire(key, limits.conversationMs);
}

/** The runs that have written to an address within 30 days, under whichever of its ids; the latest first. */
export async function readPersonRuns(
  redis: Redis,
  keys: RedisKeys,
  addressIds: readonly string[],
): Promise<PersonRun[]> {
  const since = String(Date.now() - limits.conversationMs);
  const pipeline = redis.pipeline();
  for (const id of addressIds) pipeline.zrange(keys.person(id), '+inf', since, 'BYSCORE', 'REV');
  const lists = (await results(pipeline.exec())) as string[][];
  return lists.flat().map((member) => {
    const [run_id = '', task_id = '', revision] = member.split(' ');
    return { run_id, task_id, revision: Number(revision) };
  });
}
