import { MINUTE } from '@taskhook/contracts';
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

/** Copies the whole read model to disk now, after each reconnection, and now and then. */
export function startCopyLoop({ redis, subscriber, copier, logger }: CopyLoopParts): Pick<Loop, 'close'> {
  const loop = startLoop({
    name: 'known tasks',
    logger,
    pauseMs: COPY_MS,
    turn: async () => {
      if (redis.status === 'ready') await copier.copyAll();
    },
  });
  const wake = (): void => loop.wake();
  subscriber.on('ready', wake);
  return {
    close: () => {
      subscriber.off('ready', wake);
      return loop.close();
    },
  };
}
