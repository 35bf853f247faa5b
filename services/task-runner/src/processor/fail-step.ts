import { progressOrder, type Attempt, type Reason } from '@taskhook/contracts';
import type { StepVerdict } from '@taskhook/queue';
import type { RenderedStep } from '@taskhook/templating';
import { advance } from './advance.ts';
import type { ProcessorDeps } from './deps.ts';
import { progress, stepState, type StepWork } from './step-work.ts';

/** Why a step has failed, and its last attempt where that is why. */
export interface StepFailure {
  reason: Reason;
  attempt?: Attempt;
  rendered?: RenderedStep | undefined;
}

/** Ends the run with its step, unless the task goes on without it. */
export async function failStep(
  deps: ProcessorDeps,
  work: StepWork,
  failure: StepFailure,
): Promise<StepVerdict> {
  const { job, step } = work;
  const end = { status: 'failed', ...failure } as const;
  if (step.definition.on_failure === 'continue') return advance(deps, work, end);
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'finished'),
    status: 'failed',
    reason: failure.reason,
    step: stepState(work, job.step, end),
  });
  await deps.runLog.append(event);
  if (failure.attempt === undefined) deps.events.runEnded(job, 'failed', failure.reason.code);
  else deps.events.attemptMade(work, failure.attempt, 'failed');
  return { done: true };
}
