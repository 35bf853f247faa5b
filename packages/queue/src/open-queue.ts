import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueKeys } from './keys.ts';

/** Faults of the machinery, not outcomes of a delivery: those have a policy of their own. */
const MACHINE_ATTEMPTS = 30;
const FAILED_JOBS_KEPT = 10_000;
const EVENTS_KEPT = 1_000;

/** A queue that keeps nothing of what is done, over a connection that stays the caller's to close. */
export function openQueue(redis: Redis, { prefix, name }: QueueKeys): Queue {
  const queue = new Queue(name, {
    connection: redis,
    prefix,
    skipVersionCheck: true,
    streams: { events: { maxLen: EVENTS_KEPT } },
    defaultJobOptions: {
      attempts: MACHINE_ATTEMPTS,
      backoff: { type: 'custom' },
      removeOnComplete: true,
      removeOnFail: { count: FAILED_JOBS_KEPT },
      stackTraceLimit: 0,
    },
  });
  // The connection tells of its own errors; without a listener they would end the process.
  queue.on('error', () => undefined);
  return queue;
}

/** BullMQ says 1 for a job that is not there, and 0 for one that a worker holds. */
export async function removeJob(redis: Redis, queue: Queue, jobId: string): Promise<boolean> {
  if ((await redis.exists(queue.toKey(jobId))) === 0) return false;
  return (await queue.remove(jobId)) === 1;
}
