import { DAY, durationMs, retryDefaults, type Retry } from '@taskhook/contracts';

export interface RetryPolicy {
  maxAttempts: number;
  /** Milliseconds after the attempt that failed, `n` from 1. */
  pauseMs(n: number): number;
  /** Milliseconds; null where attempts may be as late as they come. */
  maxAgeMs: number | null;
}

/**
 * The policy of a step with the defaults filled in. A list of delays allows one attempt more than it has
 * pauses; with more attempts than that, its last pause is repeated.
 */
export function retryPolicy(retry: Retry = {}): RetryPolicy {
  const maxAgeMs = retry.max_age === undefined ? null : durationMs(retry.max_age);
  const { delays } = retry;
  if (delays === undefined) {
    return {
      maxAttempts: retry.max_attempts ?? retryDefaults.max_attempts,
      pauseMs: exponential(retry),
      maxAgeMs,
    };
  }
  const pauses = delays.map(durationMs);
  const last = pauses.at(-1) ?? 0;
  return {
    maxAttempts: retry.max_attempts ?? delays.length + 1,
    pauseMs: (n) => pauses[n - 1] ?? last,
    maxAgeMs,
  };
}

/**
 * With the defaults (delay 2 s, max_delay 1 h):
 * after attempt  1    2    3    4     5     6     7      8      9      10      11      12 and more
 * pause          2 s  4 s  8 s  16 s  32 s  64 s  128 s  256 s  512 s  1024 s  2048 s  1 h
 */
function exponential({ delay = retryDefaults.delay, max_delay = retryDefaults.max_delay }: Retry) {
  const [first, longest] = [durationMs(delay), durationMs(max_delay)];
  return (n: number) => Math.min(first * 2 ** (n - 1), longest);
}

/** A receiver that asks for longer is not believed: a day is as long as a lead can stay warm. */
const LONGEST_RETRY_AFTER_MS = DAY;

/**
 * Milliseconds from a failed attempt to the next. `n` is the attempt that failed, from 1; `random` is
 * from 0 to 1. What the receiver asks for in `Retry-After` lengthens the pause, up to a day, and never
 * shortens it. Up to a quarter is added at random, so that those that failed together do not come back
 * together.
 */
export function retryDelayMs(policy: RetryPolicy, n: number, random: number, retryAfterMs = 0): number {
  const asked = Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS);
  return Math.round(Math.max(policy.pauseMs(n), asked) * (1 + random / 4));
}
