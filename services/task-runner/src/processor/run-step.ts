import { FINAL_ORDER, progressOrder, type StepJob } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { StepVerdict } from '@taskhook/queue';
import { advance } from './advance.ts';
import { attemptStep } from './attempt-step.ts';
import { consentOf } from './consent-of.ts';
import type { ProcessorDeps } from './deps.ts';
import { endRun } from './end-run.ts';
import { askGates } from './gates.ts';
import { prepareStep } from './prepare-step.ts';
import { isRehearsal, rehearse } from './rehearsal.ts';
import { settleAttempt } from './settle-attempt.ts';
import { settleVerdict } from './settle-verdict.ts';
import type { StepWork } from './step-work.ts';

const DONE: StepVerdict = { done: true };

/**
 * Works on "step i of run r" once: rules, rendering, gates, one attempt, and what follows from it.
 *
 * It may run twice for the same job. Then the step is delivered again under the same idempotency key,
 * its events are logged again with the same order, and the next step is added again under the same job
 * id: adding it twice is adding it once while it waits, and delivering it again under its own key
 * after that. Nothing is lost in between, since the outcome is logged before the next step is added,
 * and that is done before the job ends.
 *
 * Throws what is a fault of the machinery; the job then comes again.
 */
export async function runStep(deps: ProcessorDeps, job: StepJob, signal: AbortSignal): Promise<StepVerdict> {
  const task = await deps.readModel.task(job.task_id);
  if (task?.status === 'deleted') return endDeleted(deps, job);
  const work = await workOf(deps, job);
  deps.events.stepTaken(work);
  const begun = job.step > 0 || job.attempts > 0;
  // Whoever cancelled the run has logged it.
  if (begun && (await deps.isCancelled(job.run_id))) return DONE;
  if (job.resolved === 'delivered') return advance(deps, work, { status: 'succeeded', reason: null });
  if (job.step === 0 && job.attempts === 0) await tellConsent(deps, work);
  const prepared = await prepareStep(deps, work);
  if (prepared.kind === 'filtered') return endFiltered(deps, job);
  if (prepared.kind === 'skipped') return advance(deps, work, { status: 'skipped', reason: conditionReason });
  if (prepared.kind === 'unrenderable') return settleAttempt(deps, work, unrenderable(prepared.error));
  const { rendered } = prepared;
  if (isRehearsal(work)) return settleAttempt(deps, work, rehearse(rendered));
  // An attempt that was made already is only asked about.
  const verdict = job.asked === undefined ? await askGates(deps.gates, work, rendered) : undefined;
  if (verdict !== undefined) return settleVerdict(deps, work, verdict);
  return settleAttempt(deps, work, await attemptStep(deps, work, rendered, signal));
}

const conditionReason = { code: 'condition', message: 'The condition of the step does not hold.' };

/** Once for a run, when its first step is taken; twice is once. */
async function tellConsent({ runLog }: ProcessorDeps, work: StepWork): Promise<void> {
  const consent = consentOf(work);
  const { run_id, task_id, revision } = work.job;
  if (consent !== null)
    await runLog.append({ type: 'consent', run_id, task_id, revision, at: Date.now(), consent });
}

async function workOf(deps: ProcessorDeps, job: StepJob): Promise<StepWork> {
  const { definition, compiled } = await deps.tasks(job.task_id, job.revision);
  const step = compiled.steps[job.step];
  if (step === undefined) throw new TaskhookError('internal_error', 'The revision has no such step.');
  return { job, definition, compiled, step };
}

function endDeleted(deps: ProcessorDeps, job: StepJob): Promise<StepVerdict> {
  const reason = { code: 'task_deleted', message: 'The task was deleted before the step was due.' };
  return endRun(deps, job, { status: 'cancelled', order: FINAL_ORDER, reason });
}

function endFiltered(deps: ProcessorDeps, job: StepJob): Promise<StepVerdict> {
  const reason = { code: 'filtered', message: 'The filter of the task does not let the lead through.' };
  return endRun(deps, job, { status: 'skipped', order: progressOrder(0, 0, 'finished'), reason });
}

/** A template that failed is told as a rejected attempt, under the step that it belongs to. */
function unrenderable(error: { code: string; message: string }) {
  const delivery = { outcome: 'rejected', status_code: null, error } as const;
  return { delivery, rendered: undefined, at: Date.now(), durationMs: 0 };
}
