import type { Redis } from 'ioredis';
import { FetchJob, fetchJobId, validator } from '@taskhook/contracts';
import { admit } from './admission/admit.ts';
import { startJobWorker, type JobWorker, type JobWorkerOptions } from './job-worker.ts';
import type { RedisKeys } from './keys.ts';
import { openQueue, removeJob } from './open-queue.ts';
import { readQueueStats, type QueueStats } from './queue-stats.ts';

/** Leads that are known by their ids alone, until they are fetched from their provider. */
export interface FetchQueue {
  /** Adds jobs, each under the id of its run, so that adding twice is adding once. */
  add(jobs: readonly FetchJob[]): Promise<void>;
  /** Removes the job of a run where it waits; false where there is none or it is being worked on. */
  remove(runId: string): Promise<boolean>;
  has(runId: string): Promise<boolean>;
  stats(): Promise<QueueStats>;
  close(): Promise<void>;
}

const checkJob = validator(FetchJob);

/** The queue over one connection that stays the caller's to close. */
export function createFetchQueue(redis: Redis, keys: RedisKeys): FetchQueue {
  const queue = openQueue(redis, keys.fetchQueue);
  return {
    add: async (jobs) => {
      await admit(
        redis,
        keys,
        jobs.map((fetch) => ({ runId: fetch.run_id, claims: [], fetch })),
      );
    },
    remove: (runId) => removeJob(redis, queue, keys.fetchQueue, fetchJobId(runId)),
    has: async (runId) => (await redis.exists(queue.toKey(fetchJobId(runId)))) === 1,
    stats: () => readQueueStats(redis, queue),
    close: () => queue.close(),
  };
}

export type FetchWorkerOptions = Omit<JobWorkerOptions<FetchJob>, 'queue' | 'check'> & { keys: RedisKeys };

/** A worker of the fetch queue; see `JobWorkerOptions` for what its `process` may rely on. */
export function startFetchWorker({ keys, ...options }: FetchWorkerOptions): JobWorker {
  return startJobWorker({ ...options, queue: keys.fetchQueue, check: checkJob });
}
