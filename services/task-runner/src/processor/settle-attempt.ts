import { progressOrder, type Attempt, type Reason } from '@taskhook/contracts';
import type { StepVerdict } from '@taskhook/queue';
import { advance } from './advance.ts';
import type { AttemptMade } from './attempt-step.ts';
import type { ProcessorDeps } from './deps.ts';
import { failStep } from './fail-step.ts';
import { isoTime } from './iso-time.ts';
import { jobOfNextAttempt, jobPutOff } from './next-job.ts';
import { retryPlan, tooOld } from './retry-plan.ts';
import { retryDelayMs, retryPolicy, type RetryPolicy } from './retry-policy.ts';
import { progress, stepState, type StepWork } from './step-work.ts';

/** What follows from an attempt: the next step, another attempt, or the end of the run. */
export async function settleAttempt(
  deps: ProcessorDeps,
  work: StepWork,
  made: AttemptMade,
): Promise<StepVerdict> {
  if (made.delivery.askAt !== undefined) return askLater(deps, work, made.delivery.askAt);
  const attempt = attemptOf(work, made);
  const { outcome, error } = made.delivery;
  if (outcome === 'delivered') {
    return advance(deps, work, { status: 'succeeded', reason: null, attempt, rendered: made.rendered });
  }
  const failed = (reason: Reason) => failStep(deps, work, { reason, attempt, rendered: made.rendered });
  if (outcome === 'unknown') return settleUnknown(deps, work, () => failed(error ?? exhausted(attempt)));
  if (outcome === 'rejected') return failed(error ?? exhausted(attempt));
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
    ...(delivery.providerId === undefined ? {} : { provider_id: delivery.providerId }),
  };
}

/** The attempt stays open until its provider was asked; the job then finds that it was made. */
async function askLater(deps: ProcessorDeps, work: StepWork, dueAt: number): Promise<StepVerdict> {
  const { job } = work;
  const deferrals = (job.deferrals ?? 0) + 1;
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'waiting', deferrals),
    status: 'waiting',
    step: stepState(work, job.step, { status: 'waiting', due_at: dueAt, reason: beingAsked }),
  });
  await deps.runLog.append(event);
  deps.events.stepDeferred(work, beingAsked.code, true);
  const asked = (job.asked ?? 0) + 1;
  return { done: false, dueAt, job: { ...jobPutOff(job, dueAt, deferrals), asked } };
}

const beingAsked: Reason = {
  code: 'outcome_unknown',
  message: 'The message may have been sent: its provider is asked.',
};

/**
 * What may have arrived already is not sent again by itself. A run that ends with it goes on when it
 * comes out: the failure is logged first, so that what is logged then is above it.
 */
async function settleUnknown(
  deps: ProcessorDeps,
  work: StepWork,
  fail: () => Promise<StepVerdict>,
): Promise<StepVerdict> {
  const verdict = await fail();
  if (work.step.definition.on_failure === 'continue') return verdict;
  const job = await deps.attempts.lost(work);
  return job === undefined ? verdict : { done: false, dueAt: Date.now(), job };
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
