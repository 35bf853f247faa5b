import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { StepJob } from '@taskhook/contracts';
import { releaseShares } from './admission/release.ts';
import type { QueueKeys } from './keys.ts';

/** Faults of the machinery, not outcomes of a delivery: those have a policy of their own. */
const MACHINE_ATTEMPTS = 30;
const FAILED_JOBS_KEPT = 10_000;
export const EVENTS_KEPT = 1_000;

/** What every job of ours is added with. */
export const JOB_OPTIONS = {
  attempts: MACHINE_ATTEMPTS,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  removeOnFail: { count: FAILED_JOBS_KEPT },
  stackTraceLimit: 0,
} as const;

/** A queue that keeps nothing of what is done, over a connection that stays the caller's to close. */
export function openQueue(redis: Redis, { prefix, name }: QueueKeys): Queue {
  const queue = new Queue(name, {
    connection: redis,
    prefix,
    skipVersionCheck: true,
    streams: { events: { maxLen: EVENTS_KEPT } },
    defaultJobOptions: JOB_OPTIONS,
  });
  // The connection tells of its own errors; without a listener they would end the process.
  queue.on('error', () => undefined);
  return queue;
}

/**
 * Removes a job where it waits, and gives its task its place back; false where there is none or it is
 * being worked on. BullMQ says 1 for a job that is not there, and 0 for one that a worker holds.
 */
export async function removeJob(
  redis: Redis,
  queue: Queue,
  keys: QueueKeys,
  jobId: string,
): Promise<boolean> {
  const data = await redis.hget(queue.toKey(jobId), 'data');
  if (data === null || (await queue.remove(jobId)) !== 1) return false;
  const { task_id } = JSON.parse(data) as Pick<StepJob, 'task_id'>;
  await releaseShares(redis, keys, new Map([[task_id, 1]])).catch(() => undefined);
  return true;
}
