import type { FetchJob, RunLogEvent } from '@taskhook/contracts';
import type { Claim, QueuedStep } from '@taskhook/queue';

/** What is written together: the event, the job that belongs to it, and the keys that stand for the run. */
export interface Entry {
  event: RunLogEvent;
  step?: QueuedStep;
  fetch?: FetchJob;
  claims: Claim[];
  /** About how large the event is. */
  bytes: number;
}
