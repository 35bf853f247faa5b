import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { channels, StepJob, stepJobId, validator, type Channel } from '@taskhook/contracts';
import { admit } from './admission/admit.ts';
import type { RedisKeys } from './keys.ts';
import { openQueue, removeJob } from './open-queue.ts';
import type { QueuedStep } from './queued-step.ts';

export interface QueueStats {
  waiting: number;
  delayed: number;
  active: number;
  failed: number;
  /** Seconds for which the oldest waiting step has been due, 0 where none waits. */
  oldestAgeSeconds: number;
}

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
  /** Makes the job due now where it waits for its time. */
  promote(channel: Channel, jobId: string): Promise<void>;
  stats(channel: Channel): Promise<QueueStats>;
  close(): Promise<void>;
}

const checkJob = validator(StepJob);

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
    promote: (channel, jobId) => promote(queueOf(channel), jobId),
    stats: (channel) => readStats(redis, queueOf(channel)),
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

async function readStats(redis: Redis, queue: Queue): Promise<QueueStats> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed');
  const oldest = await firstJobs(redis, queue);
  const due = await Promise.all(oldest.map((id) => dueAt(redis, queue.toKey(id))));
  const ages = due.map((time) => (time === null ? 0 : (Date.now() - time) / 1_000));
  return {
    waiting: (counts['wait'] ?? 0) + (counts['prioritized'] ?? 0),
    delayed: counts['delayed'] ?? 0,
    active: counts['active'] ?? 0,
    failed: counts['failed'] ?? 0,
    oldestAgeSeconds: Math.max(0, ...ages),
  };
}

/** The next jobs to be taken, of those that wait in the order of their coming and of those in turns. */
async function firstJobs(redis: Redis, queue: Queue): Promise<string[]> {
  const [waiting, prioritized] = await Promise.all([
    redis.lindex(queue.toKey('wait'), -1),
    redis.zrange(queue.toKey('prioritized'), '0', '0'),
  ]);
  return waiting === null ? prioritized : [waiting, ...prioritized];
}

/** A step that waited on purpose is as old as its due time, not as its job. */
async function dueAt(redis: Redis, jobKey: string): Promise<number | null> {
  const [added, data] = await redis.hmget(jobKey, 'timestamp', 'data');
  if (typeof added !== 'string' || typeof data !== 'string') return null;
  const job = checkJob(JSON.parse(data));
  return (job.ok ? job.value.due_at : undefined) ?? Number(added);
}
