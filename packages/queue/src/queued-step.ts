import type { Channel, StepJob } from '@taskhook/contracts';

/** A step that is to go into the queue of its channel. */
export interface QueuedStep {
  channel: Channel;
  job: StepJob;
  /** Milliseconds until the step is due. */
  delayMs?: number;
}
