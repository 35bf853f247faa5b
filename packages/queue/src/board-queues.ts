import type { Queue } from 'bullmq';
import { channels } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';
import { openQueue } from './open-queue.ts';
import type { Redis } from './redis.ts';

/** The queues themselves, for a board that shows them. */
export interface BoardQueues {
  all: readonly Queue[];
  close(): Promise<void>;
}

/** Over one connection that stays the caller's to close. */
export function openBoardQueues(redis: Redis, keys: RedisKeys): BoardQueues {
  const all = [...channels.map((channel) => keys.queue(channel)), keys.fetchQueue].map((name) =>
    openQueue(redis, name),
  );
  return {
    all,
    close: async () => void (await Promise.all(all.map((queue) => queue.close()))),
  };
}
