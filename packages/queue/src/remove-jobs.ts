import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { removeJob } from './open-queue.ts';
import { results } from './pipeline-results.ts';
import type { QueueKeys } from './keys.ts';

export interface RemovedJobs {
  lookedAt: number;
  removed: number;
}

const PAGE = 200;
const sets = ['failed', 'delayed', 'prioritized'] as const;

/**
 * Removes the jobs whose data, as JSON text, `matches`: those that failed, wait for their time, or wait
 * for a worker. One that is being worked on stays. A job that moves meanwhile may be missed.
 */
export async function removeJobsWhere(
  redis: Redis,
  queue: Queue,
  keys: QueueKeys,
  matches: (data: string) => boolean,
): Promise<RemovedJobs> {
  const total: RemovedJobs = { lookedAt: 0, removed: 0 };
  for await (const ids of pagesOf(redis, queue)) {
    const found = await matching(redis, queue, ids, matches);
    total.lookedAt += ids.length;
    for (const id of found) if (await removeJob(redis, queue, keys, id)) total.removed += 1;
  }
  return total;
}

async function* pagesOf(redis: Redis, queue: Queue): AsyncGenerator<string[]> {
  for (const name of sets) {
    for await (const page of redis.zscanStream(queue.toKey(name), { count: PAGE })) {
      // Ids and scores in turns.
      yield (page as string[]).filter((_text, i) => i % 2 === 0);
    }
  }
  for (let start = 0; ; start += PAGE) {
    const page = await redis.lrange(queue.toKey('wait'), start, start + PAGE - 1);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
  }
}

async function matching(
  redis: Redis,
  queue: Queue,
  ids: readonly string[],
  matches: (data: string) => boolean,
): Promise<string[]> {
  const pipeline = redis.pipeline();
  for (const id of ids) pipeline.hget(queue.toKey(id), 'data');
  const texts = ids.length === 0 ? [] : await results(pipeline.exec());
  return ids.filter((_id, i) => {
    const text = texts[i];
    return typeof text === 'string' && matches(text);
  });
}
