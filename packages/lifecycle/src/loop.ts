import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@taskhook/telemetry';

/** Work that repeats until it is closed. */
export interface Loop {
  /** Another turn follows soon: the pause is cut short, or left out after the turn that runs now. */
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
  let woken = false;
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      woken = false;
      const failed = await turnFails(options, closing.signal);
      const pauseMs = failed ? Math.max(options.pauseMs, FAILURE_PAUSE_MS) : options.pauseMs;
      pause = new AbortController();
      if (woken) pause.abort();
      const signal = AbortSignal.any([pause.signal, closing.signal]);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  };
  // The first turn may use the loop that is given back here.
  const running = Promise.resolve().then(run);
  return {
    wake: () => {
      woken = true;
      pause.abort();
    },
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
