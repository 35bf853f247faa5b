import { MINUTE } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { Redis } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import { readDurability, type DurabilityLevel } from './durability.ts';
import type { IngressEvents } from './events.ts';

/** What an answer of 200 is worth now: a failover, or somebody's hand, may change it. */
export interface DurabilityWatch {
  /** Undefined while Redis has not been asked yet. */
  level(): DurabilityLevel | undefined;
  /** Why Redis must not be trusted with leads; undefined where it may. */
  problem(): string | undefined;
  close(): Promise<void>;
}

/** Reads Redis' settings now, after each reconnection, and every minute. */
export function watchDurability(redis: Redis, events: IngressEvents, logger: Logger): DurabilityWatch {
  const state: { level?: DurabilityLevel | undefined; problem?: string | undefined } = {};
  const turn = async (): Promise<void> => {
    if (redis.status !== 'ready') return;
    try {
      const durability = await readDurability(redis);
      if (durability.level !== state.level || state.problem !== undefined) events.durabilityRead(durability);
      state.level = durability.level;
      state.problem = undefined;
    } catch (error) {
      if (!(error instanceof TaskhookError)) throw error;
      if (state.problem === undefined) events.durabilityLost(error);
      state.problem = error.message;
    }
  };
  const loop: Loop = startLoop({ name: 'durability', logger, pauseMs: MINUTE, turn });
  const wake = (): void => loop.wake();
  redis.on('ready', wake);
  return {
    level: () => state.level,
    problem: () => state.problem,
    close: async () => {
      redis.off('ready', wake);
      await loop.close();
    },
  };
}
