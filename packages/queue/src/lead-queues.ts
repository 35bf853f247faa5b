import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { channels, stepJobId, type Channel } from '@taskhook/contracts';
import { admit } from './admission/admit.ts';
import type { RedisKeys } from './keys.ts';
import { openQueue, removeJob } from './open-queue.ts';
import { readQueueStats, type QueueStats } from './queue-stats.ts';
import type { QueuedStep } from './queued-step.ts';
import { removeJobsWhere, type RemovedJobs } from './remove-jobs.ts';

export interface LeadQueues {
  /**
   * Adds steps in one atomic step, each under an id of its run and index, so that adding twice is adding
   * once. When it rejects, they may be in: add all of them again.
   */
  add(steps: readonly QueuedStep[]): Promise<void>;
  /** Removes the job of a step where it waits; false where there is none or it is being worked on. */
  remove(channel: Channel, runId: string, step: number): Promise<boolean>;
  /** Whether the job of a step waits or is being worked on, or was given up and is still kept. */
  has(channel: Channel, runId: string, step: number): Promise<boolean>;
  /** Removes the jobs of a channel whose data, as JSON text, match; none that is being worked on. */
  removeWhere(channel: Channel, matches: (data: string) => boolean): Promise<RemovedJobs>;
  /** Makes the job due now where it waits for its time. */
  promote(channel: Channel, jobId: string): Promise<void>;
  stats(channel: Channel): Promise<QueueStats>;
  close(): Promise<void>;
}

/** The queues of all channels, over one connection that stays the caller's to close. */
export function createLeadQueues(redis: Redis, keys: RedisKeys): LeadQueues {
  const queues = new Map<Channel, Queue>(
    channels.map((channel) => [channel, openQueue(redis, keys.queue(channel))]),
  );
  const queueOf = (channel: Channel): Queue => {
    const queue = queues.get(channel);
    if (queue === undefined) throw new Error(`no queue for the channel ${channel}`);
    return queue;
  };
  return {
    add: async (steps) => {
      await admit(
        redis,
        keys,
        steps.map((step) => ({ runId: step.job.run_id, claims: [], step })),
      );
    },
    remove: (channel, runId, step) =>
      removeJob(redis, queueOf(channel), keys.queue(channel), stepJobId(runId, step)),
    has: async (channel, runId, step) =>
      (await redis.exists(queueOf(channel).toKey(stepJobId(runId, step)))) === 1,
    removeWhere: (channel, matches) => removeJobsWhere(redis, queueOf(channel), keys.queue(channel), matches),
    promote: (channel, jobId) => promote(queueOf(channel), jobId),
    stats: (channel) => readQueueStats(redis, queueOf(channel)),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

const PROMOTE_TRIES = 3;

/**
 * BullMQ throws for a job that does not wait for its time, and one whose worker is about to put it off
 * does so a moment later. Who is missed comes at its own time.
 */
async function promote(queue: Queue, jobId: string): Promise<void> {
  const job = await queue.getJob(jobId);
  for (let tries = 0; tries < PROMOTE_TRIES; tries += 1) {
    const promoted = await job?.promote().then(
      () => true,
      () => false,
    );
    if (promoted !== false || !(await job?.isDelayed())) return;
  }
}
