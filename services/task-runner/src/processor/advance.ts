import { durationMs, progressOrder, type Attempt, type Reason, type RunStatus } from '@taskhook/contracts';
import type { QueuedStep, StepVerdict } from '@taskhook/queue';
import type { RenderedStep } from '@taskhook/templating';
import type { ProcessorDeps } from './deps.ts';
import { progress, stepState, withoutDeferrals, type StepWork } from './step-work.ts';

/** How a step ended that does not end its run. */
export interface StepEnd {
  status: 'succeeded' | 'skipped';
  reason: Reason | null;
  attempt?: Attempt;
  rendered?: RenderedStep | undefined;
}

/** Records the end of a step, then queues the next one, or ends the run after the last. */
export async function advance(deps: ProcessorDeps, work: StepWork, end: StepEnd): Promise<StepVerdict> {
  const delivered = work.job.delivered || end.status === 'succeeded';
  const next = nextStep(work, delivered);
  const status = next === undefined ? finalStatus(delivered) : statusOf(next);
  await record(deps, work, end, status, next);
  tell(deps, work, end, status);
  // A run that was cancelled while its step was being delivered goes no further.
  if (next !== undefined && !(await deps.isCancelled(work.job.run_id))) await deps.queues.add([next]);
  return { done: true };
}

function nextStep({ job, definition }: StepWork, delivered: boolean): QueuedStep | undefined {
  const step = definition.steps[job.step + 1];
  if (step === undefined) return undefined;
  const delayMs = step.wait === undefined ? 0 : durationMs(step.wait);
  const due_at = Date.now() + delayMs;
  return {
    channel: step.channel,
    delayMs,
    job: { ...withoutDeferrals(job), step: job.step + 1, attempts: 0, delivered, due_at },
  };
}

const finalStatus = (delivered: boolean) => (delivered ? 'succeeded' : 'skipped');

const statusOf = ({ delayMs = 0 }: QueuedStep) => (delayMs > 0 ? 'waiting' : 'queued');

const nothingApplied = { code: 'condition', message: 'The conditions of all steps do not hold.' };

/** Both events in one append: that the step ended, and that the next one waits. */
async function record(
  deps: ProcessorDeps,
  work: StepWork,
  end: StepEnd,
  status: RunStatus,
  next: QueuedStep | undefined,
): Promise<void> {
  const { job } = work;
  const ended = progress(job, {
    order: progressOrder(job.step, job.attempts, 'finished'),
    status,
    reason: status === 'skipped' ? nothingApplied : null,
    step: stepState(work, job.step, end),
  });
  if (next === undefined) return deps.runLog.append(ended);
  const index = job.step + 1;
  const waits = progress(job, {
    order: progressOrder(index, 0, 'waiting'),
    status,
    step: stepState(work, index, { status: statusOf(next), due_at: next.job.due_at ?? null }),
  });
  return deps.runLog.append(ended, waits);
}

function tell({ events }: ProcessorDeps, work: StepWork, end: StepEnd, status: RunStatus): void {
  if (end.attempt !== undefined) events.attemptMade(work, end.attempt, status);
  else events.stepSkipped(work, status);
}
