import type { Job } from 'bullmq';

/** A job that stalled less often was beside a worker's death, which can happen to any. */
const FREE_STALLS = 3;
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;
/** Beyond it, what is known is forgotten, and a job waits once more than it has to. */
const MOST_KNOWN = 10_000;

/**
 * Tells for how many milliseconds a job that keeps stalling has to wait before it is worked on, and
 * undefined where it may be. It waits once for each stall that this process knows of, at random and up
 * to longer each time: a job that brings its worker down is then alone with it sooner or later, and
 * those that were in work beside it get done.
 */
export function createStallBackoff(): (job: Pick<Job, 'id' | 'stalledCounter'>) => number | undefined {
  const waited = new Set<string>();
  return ({ id, stalledCounter }) => {
    if (stalledCounter < FREE_STALLS) return undefined;
    const stall = `${id} ${stalledCounter}`;
    if (waited.delete(stall)) return undefined;
    if (waited.size >= MOST_KNOWN) waited.clear();
    waited.add(stall);
    const mostMs = Math.min(FIRST_MS * 2 ** (stalledCounter - FREE_STALLS), LONGEST_MS);
    return Math.ceil(Math.random() * mostMs);
  };
}
