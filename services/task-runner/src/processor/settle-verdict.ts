import { progressOrder } from '@taskhook/contracts';
import type { StepVerdict } from '@taskhook/queue';
import { advance } from './advance.ts';
import type { ProcessorDeps } from './deps.ts';
import { failStep } from './fail-step.ts';
import type { GateVerdict } from './gate.ts';
import { jobPutOff } from './next-job.ts';
import { retryPlan } from './retry-plan.ts';
import { retryPolicy } from './retry-policy.ts';
import { progress, stepState, type StepWork } from './step-work.ts';

/** What follows from the verdict of a gate. No attempt is used up, and none is recorded. */
export function settleVerdict(
  deps: ProcessorDeps,
  work: StepWork,
  verdict: GateVerdict,
): Promise<StepVerdict> {
  if (verdict.kind === 'later') return putOff(deps, work, verdict);
  if (verdict.kind === 'fail') return failStep(deps, work, { reason: verdict.reason });
  if (verdict.kind === 'skip') return advance(deps, work, { status: 'skipped', reason: verdict.reason });
  return end(deps, work, verdict);
}

/** The job comes again as late as the gate says. A deferral that is told is above those before it. */
async function putOff(
  deps: ProcessorDeps,
  work: StepWork,
  { dueAt, reason, tell, turns }: GateVerdict & { kind: 'later' },
): Promise<StepVerdict> {
  const { step } = work;
  const job = turns === undefined ? work.job : { ...work.job, turns };
  deps.events.stepDeferred(work, reason.code, tell);
  const told = job.deferrals ?? 0;
  if (!tell) return { done: false, dueAt, job: jobPutOff(job, dueAt, told) };
  const policy = retryPolicy(step.definition.retry);
  const retry = job.attempts > 0 ? { retry: retryPlan(work, policy, job.attempts) } : {};
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'waiting', told + 1),
    status: 'waiting',
    step: stepState(work, job.step, { status: 'waiting', due_at: dueAt, reason, ...retry }),
  });
  await deps.runLog.append(event);
  return { done: false, dueAt, job: jobPutOff(job, dueAt, told + 1) };
}

/** A step that does not go because its run has come to a good end is skipped. */
async function end(
  deps: ProcessorDeps,
  work: StepWork,
  { status, reason }: GateVerdict & { kind: 'end' },
): Promise<StepVerdict> {
  const { job } = work;
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'finished'),
    status,
    reason: status === 'succeeded' ? null : reason,
    step: stepState(work, job.step, { status: status === 'succeeded' ? 'skipped' : status, reason }),
  });
  await deps.runLog.append(event);
  deps.events.runEnded(job, status, reason.code);
  return { done: true };
}
