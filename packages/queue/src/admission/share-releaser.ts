import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { QueueKeys } from '../keys.ts';
import { releaseShares } from './release.ts';

/** Tells a queue of the jobs that have left it, those of a moment together. */
export interface ShareReleaser {
  left(taskId: string): void;
  /** Tells what is gathered, and waits a second at most for what is on its way. */
  close(): Promise<void>;
}

/** Short against the time that a backlog of a hundred jobs takes. */
const GATHER_MS = 25;
const CLOSE_MS = 1_000;

/** What fails is not tried again: the counts only order jobs, and mend themselves. */
export function createShareReleaser(redis: Redis, queue: QueueKeys): ShareReleaser {
  let gathered = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();
  const send = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const jobsByTask = gathered;
    gathered = new Map();
    sending = sending.then(() => releaseShares(redis, queue, jobsByTask)).catch(() => undefined);
    return sending;
  };
  return {
    left: (taskId) => {
      gathered.set(taskId, (gathered.get(taskId) ?? 0) + 1);
      timer ??= setTimeout(() => void send(), GATHER_MS);
    },
    // With Redis away a command waits for it, which these figures are not worth.
    close: () => Promise.race([send(), sleep(CLOSE_MS, undefined, { ref: false })]),
  };
}
