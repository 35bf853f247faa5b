const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/**
 * Milliseconds before a job that hit a fault of the machinery comes again.
 * Attempts made:  1     2    3    4    5    6     7     8 and more
 * Delay:          0.5 s 1 s  2 s  4 s  8 s  16 s  32 s  60 s, plus up to a quarter of it at random.
 */
export function machineBackoff(attemptsMade: number): number {
  const delay = Math.min(FIRST_MS * 2 ** (attemptsMade - 1), LONGEST_MS);
  return Math.round(delay * (1 + Math.random() / 4));
}
