import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

export interface QueueStats {
  waiting: number;
  delayed: number;
  active: number;
  failed: number;
  /** Jobs that could be taken now, those among them whose time has come and that nobody has moved on yet. */
  due: number;
  /** Jobs that wait for their time on purpose. */
  deferred: number;
  /** Seconds for which the oldest of those that are due has been due, 0 where none is. */
  oldestAgeSeconds: number;
}

/** How BullMQ orders delayed jobs: by their time in milliseconds, shifted to make room for a counter. */
const SCORES_PER_MS = 0x1000;

/** How full a queue is. Takes the same time however many jobs there are. */
export async function readQueueStats(redis: Redis, queue: Queue): Promise<QueueStats> {
  const now = Date.now();
  const [counts, overdue, dueTimes] = await Promise.all([
    queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed'),
    redis.zcount(queue.toKey('delayed'), '-inf', (now + 1) * SCORES_PER_MS - 1),
    oldestDueTimes(redis, queue),
  ]);
  const waiting = (counts['wait'] ?? 0) + (counts['prioritized'] ?? 0);
  const delayed = counts['delayed'] ?? 0;
  return {
    waiting,
    delayed,
    active: counts['active'] ?? 0,
    failed: counts['failed'] ?? 0,
    due: waiting + overdue,
    deferred: Math.max(0, delayed - overdue),
    oldestAgeSeconds: Math.max(0, ...dueTimes.map((time) => (now - time) / 1_000)),
  };
}

/** Of the next jobs of each kind: those in the order of their coming, those in turns, and those with a time. */
async function oldestDueTimes(redis: Redis, queue: Queue): Promise<number[]> {
  const [waiting, prioritized, delayed] = await Promise.all([
    redis.lindex(queue.toKey('wait'), -1),
    redis.zrange(queue.toKey('prioritized'), '0', '0'),
    redis.zrange(queue.toKey('delayed'), '0', '0', 'WITHSCORES'),
  ]);
  const next = waiting === null ? prioritized : [waiting, ...prioritized];
  const due = await Promise.all(next.map((id) => dueTime(redis, queue.toKey(id))));
  const [, score] = delayed;
  const ofDelayed = score === undefined ? [] : [Math.floor(Number(score) / SCORES_PER_MS)];
  return [...due.flat(), ...ofDelayed];
}

/** A step that waited on purpose is as old as its due time, not as its job. */
async function dueTime(redis: Redis, jobKey: string): Promise<number[]> {
  const [added, data] = await redis.hmget(jobKey, 'timestamp', 'data');
  if (typeof added !== 'string' || typeof data !== 'string') return [];
  const { due_at } = JSON.parse(data) as { due_at?: unknown };
  return [typeof due_at === 'number' ? due_at : Number(added)];
}
