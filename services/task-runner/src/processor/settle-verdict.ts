import { progressOrder } from '@taskhook/contracts';
import type { StepVerdict } from '@taskhook/queue';
import { advance } from './advance.ts';
import type { ProcessorDeps } from './deps.ts';
import type { GateVerdict } from './gates.ts';
import { progress, stepState, type StepWork } from './step-work.ts';

/** What follows from the verdict of a gate. No attempt is used up, and none is recorded. */
export function settleVerdict(
  deps: ProcessorDeps,
  work: StepWork,
  verdict: GateVerdict,
): Promise<StepVerdict> {
  if (verdict.kind === 'later') return putOff(deps, work, verdict);
  if (verdict.kind === 'skip') return advance(deps, work, { status: 'skipped', reason: verdict.reason });
  return end(deps, work, verdict);
}

/** The job comes again as late as the gate says. A deferral that is told is above those before it. */
async function putOff(
  deps: ProcessorDeps,
  work: StepWork,
  { dueAt, reason, tell }: GateVerdict & { kind: 'later' },
): Promise<StepVerdict> {
  const { job } = work;
  deps.events.stepDeferred(work, reason.code, tell);
  if (!tell) return { done: false, dueAt, job: { ...job, due_at: dueAt } };
  const deferrals = (job.deferrals ?? 0) + 1;
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'waiting', deferrals),
    status: 'waiting',
    step: stepState(work, job.step, { status: 'waiting', due_at: dueAt, reason }),
  });
  await deps.runLog.append(event);
  return { done: false, dueAt, job: { ...job, due_at: dueAt, deferrals } };
}

/** A step that does not go because its run has come to a good end is skipped. */
async function end(
  deps: ProcessorDeps,
  work: StepWork,
  verdict: GateVerdict & { kind: 'fail' | 'end' },
): Promise<StepVerdict> {
  const { job } = work;
  const { reason } = verdict;
  const status = verdict.kind === 'fail' ? 'failed' : verdict.status;
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
