import { durationMs, retryDefaults, type Retry } from '@taskhook/contracts';

export interface RetryPolicy {
  maxAttempts: number;
  /** Milliseconds. */
  delayMs: number;
  maxDelayMs: number;
}

/** The policy of a step with the defaults filled in. */
export function retryPolicy(retry: Retry | undefined): RetryPolicy {
  const policy = { ...retryDefaults, ...retry };
  return {
    maxAttempts: policy.max_attempts,
    delayMs: durationMs(policy.delay),
    maxDelayMs: durationMs(policy.max_delay),
  };
}

/**
 * Milliseconds from a failed attempt to the next. `n` is the attempt that failed, from 1; `random` is
 * from 0 to 1. What the receiver asks for in `Retry-After` lengthens the pause and never shortens it.
 *
 * With the defaults (delay 2 s, max_delay 1 h):
 * after attempt  1    2    3    4     5     6     7      8      9      10      11      12 and more
 * pause          2 s  4 s  8 s  16 s  32 s  64 s  128 s  256 s  512 s  1024 s  2048 s  1 h
 * plus up to a quarter of it at random, so that those that failed together do not come back together.
 */
export function retryDelayMs(policy: RetryPolicy, n: number, random: number, retryAfterMs = 0): number {
  const pause = Math.min(policy.delayMs * 2 ** (n - 1), policy.maxDelayMs);
  return Math.round(Math.max(pause, retryAfterMs) * (1 + random / 4));
}
