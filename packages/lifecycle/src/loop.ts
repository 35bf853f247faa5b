import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@taskhook/telemetry';

/** Work that repeats until it is closed. */
export interface Loop {
  /** Runs a turn soon, without waiting for the pause to end. */
  wake(): void;
  /** Aborts the signal that the turn has, and resolves when the turn has ended. */
  close(): Promise<void>;
}

export interface LoopOptions {
  name: string;
  logger: Logger;
  /** Milliseconds between two turns. */
  pauseMs: number;
  /** One turn. What it throws is logged, and the next turn comes after a pause of at least a second. */
  turn(signal: AbortSignal): Promise<void>;
}

const FAILURE_PAUSE_MS = 1_000;

export function startLoop(options: LoopOptions): Loop {
  const closing = new AbortController();
  let pause = new AbortController();
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const failed = await turnFails(options, closing.signal);
      const pauseMs = failed ? Math.max(options.pauseMs, FAILURE_PAUSE_MS) : options.pauseMs;
      pause = new AbortController();
      const signal = AbortSignal.any([pause.signal, closing.signal]);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    wake: () => pause.abort(),
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

async function turnFails(options: LoopOptions, signal: AbortSignal): Promise<boolean> {
  try {
    await options.turn(signal);
    return false;
  } catch (error) {
    if (!signal.aborted) options.logger.warn('turn failed', { loop: options.name, error });
    return true;
  }
}
