import { MINUTE, SECOND } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { ReadModelCopier, Redis } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';

export interface CopyLoopParts {
  redis: Redis;
  /** Its reconnections tell that changes may have been missed. */
  subscriber: Redis;
  copier: ReadModelCopier;
  logger: Logger;
}

const COPY_MS = 10 * MINUTE;
/** How soon a copy that failed is made again, as one must be that is not up to date any more. */
const LOOK_MS = 5 * SECOND;

/** Copies the whole read model to disk now, after each reconnection, after a change that was missed, and now and then. */
export function startCopyLoop({ redis, subscriber, copier, logger }: CopyLoopParts): Pick<Loop, 'close'> {
  let dueAt = 0;
  const loop = startLoop({
    name: 'known tasks',
    logger,
    pauseMs: LOOK_MS,
    turn: async () => {
      if (redis.status !== 'ready' || (copier.copied() && performance.now() < dueAt)) return;
      // Before the copy: a reconnection meanwhile makes it due again.
      dueAt = performance.now() + COPY_MS;
      await copier.copyAll().catch((error: unknown) => {
        dueAt = 0;
        throw error;
      });
    },
  });
  const wake = (): void => {
    dueAt = 0;
    loop.wake();
  };
  subscriber.on('ready', wake);
  return {
    close: () => {
      subscriber.off('ready', wake);
      return loop.close();
    },
  };
}
