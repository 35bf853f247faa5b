import type { Reason } from '@taskhook/contracts';
import type { ProcessorDeps } from './deps.ts';
import { progress, type RunIds } from './step-work.ts';

/** Ends a run by a rule, without an attempt. Twice is once: the event has the same order. */
export async function endRun(
  deps: Pick<ProcessorDeps, 'runLog' | 'events'>,
  job: RunIds,
  end: { status: 'skipped' | 'cancelled' | 'failed'; order: number; reason: Reason },
): Promise<{ done: true }> {
  await deps.runLog.append(progress(job, end));
  deps.events.runEnded(job, end.status, end.reason.code);
  return { done: true };
}
