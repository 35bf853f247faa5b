import { TaskhookError } from '@taskhook/errors';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { Logger } from '@taskhook/telemetry';
import type { RunnerMetrics } from '../metrics.ts';
import type { Workers } from '../workers.ts';
import { judge, unwatched, type Watch, type WatchLimits } from './judge.ts';

/** Looks after workers: whether each takes the work that is due. */
export interface Watchdog {
  /** Throws where a worker is stuck, with its name and for how many seconds: a readiness check. */
  check(): void;
  /** Resolves with an error when a worker that was started anew stays stuck: only a new process can help. */
  failed: Promise<Error>;
  close(): Promise<void>;
}

export interface WatchdogOptions {
  workers: Workers;
  /** Whether work is due in the queue of a worker; rejects where Redis does not answer. */
  hasDueWork: (name: string) => Promise<boolean>;
  limits: WatchLimits;
  metrics: Pick<RunnerMetrics, 'workerStuck' | 'workerRestarts'>;
  logger: Logger;
}

const LOOKS_PER_STALL = 10;
const LONGEST_PAUSE_MS = 5_000;

export function startWatchdog(options: WatchdogOptions): Watchdog {
  const { promise: failed, resolve: fail } = Promise.withResolvers<Error>();
  const watches = new Map<string, Watch>();
  const stuck = new Map<string, number>();
  const loop: Loop = startLoop({
    name: 'watchdog',
    logger: options.logger,
    pauseMs: Math.min(options.limits.stallMs / LOOKS_PER_STALL, LONGEST_PAUSE_MS),
    turn: async () => {
      await Promise.all(options.workers.names().map((name) => look(options, { name, watches, stuck, fail })));
    },
  });
  return {
    check: () => {
      const told = [...stuck].map(([name, seconds]) => `${name} for ${Math.round(seconds)} s`);
      if (told.length > 0) throw new Error(`due work waits and none is taken: ${told.join(', ')}`);
    },
    failed,
    close: () => loop.close(),
  };
}

interface Look {
  name: string;
  watches: Map<string, Watch>;
  /** Seconds for which a worker has been stuck, of those that are. */
  stuck: Map<string, number>;
  fail: (error: Error) => void;
}

async function look(options: WatchdogOptions, { name, watches, stuck, fail }: Look): Promise<void> {
  const { workers, limits, metrics, logger } = options;
  const due = await options.hasDueWork(name).catch((): 'unknown' => 'unknown');
  const sighting = { now: performance.now(), due, ...workers.progress(name) };
  const before = watches.get(name) ?? unwatched;
  const { watch, verdict, stuckMs } = judge(before, sighting, limits);
  watches.set(name, watch);
  const seconds = stuckMs / 1_000;
  // One that was started anew shows that it is well by taking something.
  if (verdict !== 'well') stuck.set(name, seconds);
  else if (!watch.restarted) stuck.delete(name);
  metrics.workerStuck.set({ worker: name }, stuck.get(name) ?? 0);
  if (verdict === 'restart') {
    metrics.workerRestarts.inc({ worker: name });
    logger.warn('worker takes no due work and is started anew', { worker: name, seconds });
    await workers.restart(name);
  }
  if (verdict === 'give_up') {
    logger.error('worker takes no due work, though it was started anew', { worker: name, seconds });
    fail(new TaskhookError('internal_error', `The worker ${name} takes no due work.`));
  }
}
