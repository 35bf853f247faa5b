import type { WorkerProgress } from '@taskhook/queue';

/** What is known of a worker from one look to the next. */
export interface Watch {
  /** Since when due work has been waiting while the worker did nothing; undefined while all is well. */
  since: number | undefined;
  /** Whether it was started anew since it last did something. */
  restarted: boolean;
}

/** What is seen of a worker; times by the clock of `performance.now()`. */
export interface Sighting extends WorkerProgress {
  now: number;
  /** Whether work waits that it could take; `unknown` where Redis does not answer. */
  due: boolean | 'unknown';
}

export interface WatchLimits {
  /** How long due work may wait while the worker takes none. */
  stallMs: number;
  /** How much longer it may do so with its hands full: a delivery takes its time. */
  fullMs: number;
}

/** `restart`: it is to be started anew. `give_up`: it was, and that did not help. */
export type Verdict = 'well' | 'stuck' | 'restart' | 'give_up';

export const unwatched: Watch = { since: undefined, restarted: false };

/**
 * Whether a worker that has due work does it. While Redis is away nobody is stuck: what the worker does
 * counts from when Redis is back.
 */
export function judge(
  watch: Watch,
  { now, due, lastAt, full }: Sighting,
  { stallMs, fullMs }: WatchLimits,
): { watch: Watch; verdict: Verdict; stuckMs: number } {
  if (due !== true) return { watch: unwatched, verdict: 'well', stuckMs: 0 };
  const since = Math.max(watch.since ?? now, lastAt);
  const restarted = watch.restarted && watch.since !== undefined && lastAt <= watch.since;
  const stuckMs = now - since;
  const limit = full ? stallMs + fullMs : stallMs;
  if (stuckMs < limit) {
    const verdict = stuckMs < limit / 2 ? 'well' : 'stuck';
    return { watch: { since, restarted }, verdict, stuckMs };
  }
  if (restarted) return { watch: { since, restarted }, verdict: 'give_up', stuckMs };
  return { watch: { since: now, restarted: true }, verdict: 'restart', stuckMs };
}
