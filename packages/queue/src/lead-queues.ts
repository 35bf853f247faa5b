import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { channels, STEP_JOB, StepJob, stepJobId, validator, type Channel } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';
import { openQueue, removeJob } from './open-queue.ts';

export interface QueuedStep {
  channel: Channel;
  job: StepJob;
  /** Milliseconds until the step is due. */
  delayMs?: number;
}

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
   * Adds steps, each under an id of its run and index, so that adding twice is adding once. When it
   * rejects, some may be in: add all of them again.
   */
  add(steps: readonly QueuedStep[]): Promise<void>;
  /** Removes the job of a step where it waits; false where there is none or it is being worked on. */
  remove(channel: Channel, runId: string, step: number): Promise<boolean>;
  /** Whether the job of a step waits or is being worked on, or was given up and is still kept. */
  has(channel: Channel, runId: string, step: number): Promise<boolean>;
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
      const byChannel = Map.groupBy(steps, ({ channel }) => channel);
      const additions = [...byChannel].map(([channel, group]) =>
        queueOf(channel).addBulk(group.map(toBullJob)),
      );
      await Promise.all(additions);
    },
    remove: (channel, runId, step) => removeJob(redis, queueOf(channel), stepJobId(runId, step)),
    has: async (channel, runId, step) =>
      (await redis.exists(queueOf(channel).toKey(stepJobId(runId, step)))) === 1,
    stats: (channel) => readStats(redis, queueOf(channel)),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function toBullJob({ job, delayMs = 0 }: QueuedStep) {
  return {
    name: STEP_JOB,
    data: job,
    opts: { jobId: stepJobId(job.run_id, job.step), ...(delayMs > 0 ? { delay: delayMs } : {}) },
  };
}

async function readStats(redis: Redis, queue: Queue): Promise<QueueStats> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed');
  const oldest = await redis.lindex(queue.toKey('wait'), -1);
  const due = oldest === null ? null : await dueAt(redis, queue.toKey(oldest));
  return {
    waiting: (counts['wait'] ?? 0) + (counts['prioritized'] ?? 0),
    delayed: counts['delayed'] ?? 0,
    active: counts['active'] ?? 0,
    failed: counts['failed'] ?? 0,
    oldestAgeSeconds: due === null ? 0 : Math.max(0, (Date.now() - due) / 1_000),
  };
}

/** A step that waited on purpose is as old as its due time, not as its job. */
async function dueAt(redis: Redis, jobKey: string): Promise<number | null> {
  const [added, data] = await redis.hmget(jobKey, 'timestamp', 'data');
  if (typeof added !== 'string' || typeof data !== 'string') return null;
  const job = checkJob(JSON.parse(data));
  return (job.ok ? job.value.due_at : undefined) ?? Number(added);
}
