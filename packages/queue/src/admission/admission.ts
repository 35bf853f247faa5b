import type { FetchJob } from '@taskhook/contracts';
import type { QueuedStep } from '../queued-step.ts';

/** A key that stands for one run. */
export interface Claim {
  key: string;
  /** Milliseconds for which the key is kept. */
  ttlMs: number;
  /**
   * A key that is kept for less than so many milliseconds more no longer stands for other runs, but
   * still tells its own. Absent where it stands for them for as long as it is kept. Redis counts the
   * time, so that a wrong clock of a service makes no difference.
   */
  leastLeftMs?: number;
}

/** What is taken together or not at all: a run with its claims, its event and its job; or an event alone. */
export interface Admission {
  /** The run; of any text for an event that belongs to none. */
  runId: string;
  /** That of the request first. */
  claims: readonly Claim[];
  /** What it counts as when it is taken: see `AdmissionCounts`. */
  counts?: 'accepted' | 'held';
  /** An event of the run log as JSON. */
  event?: string;
  /** The job that begins or goes on with the run, of one kind or the other. */
  step?: QueuedStep;
  fetch?: FetchJob;
}

/**
 * What became of it. `repeated`: the run was in already, and nothing was added. `duplicate`: `claim`,
 * by its place, belongs to the other run `runId`.
 */
export type Admitted =
  | { status: 'admitted' }
  | { status: 'repeated' }
  | { status: 'duplicate'; claim: number; runId: string };
