import { progressOrder, type Attempt, type Reason } from '@taskhook/contracts';
import type { StepVerdict } from '@taskhook/queue';
import { advance } from './advance.ts';
import type { AttemptMade } from './attempt-step.ts';
import type { ProcessorDeps } from './deps.ts';
import { failStep } from './fail-step.ts';
import { isoTime } from './iso-time.ts';
import { jobOfNextAttempt } from './next-job.ts';
import { retryPlan, tooOld } from './retry-plan.ts';
import { retryDelayMs, retryPolicy, type RetryPolicy } from './retry-policy.ts';
import { progress, stepState, type StepWork } from './step-work.ts';

/** What follows from an attempt: the next step, another attempt, or the end of the run. */
export function settleAttempt(deps: ProcessorDeps, work: StepWork, made: AttemptMade): Promise<StepVerdict> {
  const attempt = attemptOf(work, made);
  const { outcome, error } = made.delivery;
  if (outcome === 'delivered') {
    return advance(deps, work, { status: 'succeeded', reason: null, attempt, rendered: made.rendered });
  }
  const failed = (reason: Reason) => failStep(deps, work, { reason, attempt, rendered: made.rendered });
  // What may have arrived already is not sent again by itself.
  if (outcome === 'rejected' || outcome === 'unknown') return failed(error ?? exhausted(attempt));
  const policy = retryPolicy(work.step.definition.retry);
  if (attempt.n >= policy.maxAttempts) return failed(exhausted(attempt));
  return tryAgain(deps, work, made, attempt, policy);
}

function attemptOf({ job }: StepWork, { delivery, at, durationMs }: AttemptMade): Attempt {
  return {
    n: job.attempts + 1,
    at: isoTime(at),
    outcome: delivery.outcome,
    duration_ms: durationMs,
    status_code: delivery.status_code,
    error: delivery.error,
    ...(delivery.answer === undefined ? {} : { answer: delivery.answer }),
  };
}

function exhausted({ n, error }: Attempt): Reason {
  const last = error === null ? '' : ` Last: ${error.message}`;
  return { code: 'attempts_exhausted', message: `None of ${n} attempts was delivered.${last}` };
}

/** The pause counts from the end of the attempt. One that would be too old is not waited for. */
async function tryAgain(
  deps: ProcessorDeps,
  work: StepWork,
  { delivery, rendered }: AttemptMade,
  attempt: Attempt,
  policy: RetryPolicy,
): Promise<StepVerdict> {
  const { job } = work;
  const dueAt = Date.now() + retryDelayMs(policy, attempt.n, deps.random(), delivery.retryAfterMs);
  const plan = retryPlan(work, policy, attempt.n);
  if (plan.gives_up_at !== null && dueAt > plan.gives_up_at) {
    return failStep(deps, work, { reason: tooOld(attempt.error), attempt, rendered });
  }
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'attempted'),
    status: 'waiting',
    step: stepState(work, job.step, { status: 'waiting', due_at: dueAt, attempt, rendered, retry: plan }),
  });
  await deps.runLog.append(event);
  deps.events.attemptMade(work, attempt, 'waiting');
  return { done: false, dueAt, job: jobOfNextAttempt(job, dueAt) };
}
