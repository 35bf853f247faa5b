import { progressOrder, type Attempt, type Reason } from '@taskhook/contracts';
import type { StepVerdict } from '@taskhook/queue';
import type { ProcessorDeps } from './deps.ts';
import { advance } from './advance.ts';
import type { AttemptMade } from './attempt-step.ts';
import { retryDelayMs, retryPolicy, type RetryPolicy } from './retry-policy.ts';
import { progress, stepState, withoutDeferrals, type StepWork } from './step-work.ts';

/** What follows from an attempt: the next step, another attempt, or the end of the run. */
export function settleAttempt(deps: ProcessorDeps, work: StepWork, made: AttemptMade): Promise<StepVerdict> {
  const attempt = attemptOf(work, made);
  const { outcome, error } = made.delivery;
  if (outcome === 'delivered') {
    return advance(deps, work, { status: 'succeeded', reason: null, attempt, rendered: made.rendered });
  }
  // What may have arrived already is not sent again by itself.
  if (outcome === 'rejected' || outcome === 'unknown')
    return fail(deps, work, made, attempt, error ?? exhausted(attempt));
  const policy = retryPolicy(work.step.definition.retry);
  if (attempt.n >= policy.maxAttempts) return fail(deps, work, made, attempt, exhausted(attempt));
  return tryAgain(deps, work, made, attempt, policy);
}

function attemptOf({ job }: StepWork, { delivery, at, durationMs }: AttemptMade): Attempt {
  return {
    n: job.attempts + 1,
    at: new Date(at).toISOString(),
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

async function fail(
  deps: ProcessorDeps,
  work: StepWork,
  { rendered }: AttemptMade,
  attempt: Attempt,
  reason: Reason,
): Promise<StepVerdict> {
  const { job } = work;
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'finished'),
    status: 'failed',
    reason,
    step: stepState(work, job.step, { status: 'failed', reason, attempt, rendered }),
  });
  await deps.runLog.append(event);
  deps.events.attemptMade(work, attempt, 'failed');
  return { done: true };
}

async function tryAgain(
  deps: ProcessorDeps,
  work: StepWork,
  { delivery, rendered }: AttemptMade,
  attempt: Attempt,
  policy: RetryPolicy,
): Promise<StepVerdict> {
  const { job } = work;
  const dueAt = Date.now() + retryDelayMs(policy, attempt.n, deps.random(), delivery.retryAfterMs);
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'attempted'),
    status: 'waiting',
    step: stepState(work, job.step, { status: 'waiting', due_at: dueAt, attempt, rendered }),
  });
  await deps.runLog.append(event);
  deps.events.attemptMade(work, attempt, 'waiting');
  return { done: false, dueAt, job: { ...withoutDeferrals(job), attempts: attempt.n, due_at: dueAt } };
}
