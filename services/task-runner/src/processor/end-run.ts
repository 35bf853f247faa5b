import type { Reason, StepJob } from '@taskhook/contracts';
import type { StepVerdict } from '@taskhook/queue';
import type { ProcessorDeps } from './deps.ts';
import { progress } from './step-work.ts';

/** Ends a run by a rule, without an attempt. Twice is once: the event has the same order. */
export async function endRun(
  deps: Pick<ProcessorDeps, 'runLog' | 'events'>,
  job: StepJob,
  end: { status: 'skipped' | 'cancelled' | 'failed'; order: number; reason: Reason },
): Promise<StepVerdict> {
  await deps.runLog.append(progress(job, end));
  deps.events.runEnded(job, end.status, end.reason.code);
  return { done: true };
}
