import { HOUR } from '@taskhook/contracts';

/** Tries until a lead is given up; it can be fetched again by a replay of its run. */
export const MAX_TRIES = 8;

const FACTOR = 3;

/**
 * Milliseconds from a failed try to the next. `n` is the try that failed, from 1; `random` is from 0 to
 * 1. What the provider asks for lengthens the pause, up to an hour, and never shortens it.
 *
 * With a first delay of 5 s:
 * after try  1    2     3     4       5       6        7
 * pause      5 s  15 s  45 s  2¼ min  6¾ min  20¼ min  1 h
 * plus up to a quarter of it at random, so that those that failed together do not come back together.
 */
export function retryDelayMs(firstMs: number, n: number, random: number, retryAfterMs = 0): number {
  const pause = Math.min(Math.max(firstMs * FACTOR ** (n - 1), retryAfterMs), HOUR);
  return Math.round(pause * (1 + random / 4));
}
