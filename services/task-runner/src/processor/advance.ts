import {
  progressOrder,
  type Attempt,
  type Reason,
  type RunStatus,
  type StepResult,
} from '@taskhook/contracts';
import type { QueuedStep, StepVerdict } from '@taskhook/queue';
import type { RenderedStep } from '@taskhook/templating';
import type { ProcessorDeps } from './deps.ts';
import { jobOfNextStep, resultsBefore } from './next-job.ts';
import { planStep } from './plan-step.ts';
import { progress, stepState, type StepWork } from './step-work.ts';

/** How a step ended that does not end its run. */
export interface StepEnd {
  status: 'succeeded' | 'skipped' | 'failed';
  reason: Reason | null;
  attempt?: Attempt;
  rendered?: RenderedStep | undefined;
}

/** Records the end of a step, then queues the next one, or ends the run after the last. */
export async function advance(deps: ProcessorDeps, work: StepWork, end: StepEnd): Promise<StepVerdict> {
  const results = [...resultsBefore(work.job), resultOf(end)];
  const next = await nextStep(work, results);
  const state = next === undefined ? finalState(results, end) : stateBefore(next);
  await record(deps, work, end, state, next);
  tell(deps, work, end, state.status);
  // A run that was cancelled while its step was being delivered goes no further.
  if (next !== undefined && !(await deps.isCancelled(work.job.run_id))) await deps.queues.add([next]);
  return { done: true };
}

function resultOf({ status, attempt }: StepEnd): StepResult {
  if (status === 'skipped') return 'skipped';
  if (status === 'succeeded') return 'delivered';
  return attempt?.outcome ?? 'failed';
}

/** A step that is queued, and why it waits longer than its task says. */
interface NextStep extends QueuedStep {
  reason: Reason | null;
}

async function nextStep(work: StepWork, results: StepResult[]): Promise<NextStep | undefined> {
  const { job, definition } = work;
  const step = definition.steps[job.step + 1];
  if (step === undefined) return undefined;
  const { due, at, reason } = await planStep(work, job.step + 1);
  return {
    channel: step.channel,
    delayMs: Math.max(0, at - Date.now()),
    job: jobOfNextStep(job, results, { due, at }),
    reason,
  };
}

interface RunState {
  status: RunStatus;
  reason: Reason | null;
}

/** A run has succeeded where somebody was reached, whatever failed beside it. */
function finalState(results: StepResult[], end: StepEnd): RunState {
  if (results.includes('delivered')) return { status: 'succeeded', reason: null };
  if (results.every((result) => result === 'skipped')) return { status: 'skipped', reason: nothingWent };
  return { status: 'failed', reason: end.status === 'failed' ? end.reason : nothingDelivered };
}

function stateBefore(next: QueuedStep): RunState {
  return { status: statusOf(next), reason: null };
}

const statusOf = ({ delayMs = 0 }: QueuedStep) => (delayMs > 0 ? 'waiting' : 'queued');

const nothingWent = { code: 'condition', message: 'Every step was skipped; each has its reason.' };
const nothingDelivered = { code: 'steps_failed', message: 'No step was delivered; each has its reason.' };

/** Both events in one append: that the step ended, and that the next one waits. */
async function record(
  deps: ProcessorDeps,
  work: StepWork,
  end: StepEnd,
  { status, reason }: RunState,
  next: NextStep | undefined,
): Promise<void> {
  const { job } = work;
  const ended = progress(job, {
    order: progressOrder(job.step, job.attempts, 'finished'),
    status,
    reason,
    step: stepState(work, job.step, end),
  });
  if (next === undefined) return deps.runLog.append(ended);
  const index = job.step + 1;
  const waits = progress(job, {
    order: progressOrder(index, 0, 'waiting'),
    status,
    step: stepState(work, index, {
      status: statusOf(next),
      due_at: next.job.due_at ?? null,
      reason: next.reason,
    }),
  });
  return deps.runLog.append(ended, waits);
}

function tell({ events }: ProcessorDeps, work: StepWork, end: StepEnd, status: RunStatus): void {
  if (end.attempt !== undefined) events.attemptMade(work, end.attempt, status);
  else events.stepSkipped(work, status);
}
