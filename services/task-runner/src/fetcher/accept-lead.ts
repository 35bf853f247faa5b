import {
  FINAL_ORDER,
  progressOrder,
  type FetchJob,
  type Reason,
  type RunAccepted,
  type TaskDefinition,
} from '@taskhook/contracts';
import type { LeadResult } from '@taskhook/leads';
import { admit, firstStep, wasErased, type Admission, type NewRun } from '@taskhook/queue';
import { endRun } from '../processor/end-run.ts';
import { progress } from '../processor/step-work.ts';
import type { FetcherDeps, FetchJobVerdict } from './deps.ts';
import { leadClaims } from './lead-claims.ts';

/** A lead that its provider gave, valid by the rules of the task. */
export type FetchedLead = Extract<LeadResult, { ok: true }>;

const DONE: FetchJobVerdict = { done: true };

/**
 * Logs the lead and queues the first step, in one step; or ends the run where the task does not want the
 * lead. Where it was done before it changes nothing.
 */
export async function acceptLead(
  deps: FetcherDeps,
  job: FetchJob,
  definition: TaskDefinition,
  fetched: FetchedLead,
): Promise<FetchJobVerdict> {
  if (await wasErased(deps, fetched.lead, job.received_at)) return endErased(deps, job);
  const lead = { ...fetched, test: fetched.test || job.test };
  if (lead.test && definition.test_leads === 'ignore') return skip(deps, job, lead, testReason);
  const paused = (await deps.readModel.task(job.task_id))?.status === 'paused';
  // A run that was cancelled while its lead was fetched goes no further.
  const goesOn = !paused && !(await deps.isCancelled(job.run_id));
  const admission: Admission = {
    runId: job.run_id,
    claims: leadClaims(deps.keys, job, definition.lead, lead.lead),
    event: JSON.stringify(acceptedEvent(job, lead, paused ? 'held' : 'queued')),
    ...(goesOn ? { step: firstStep(newRun(job, lead), definition) } : {}),
  };
  const [outcome] = await admit(deps.redis, deps.keys, [admission]);
  if (outcome?.status === 'duplicate') return skip(deps, job, lead, duplicateReason(outcome.runId));
  return DONE;
}

/** Nothing of the lead is kept: the run tells that it came, and no more. */
function endErased(deps: FetcherDeps, job: FetchJob): Promise<FetchJobVerdict> {
  const reason = { code: 'erased', message: 'The person was erased before the lead was fetched.' };
  return endRun(deps, job, { status: 'cancelled', order: FINAL_ORDER, reason });
}

const testReason = { code: 'test_lead', message: 'The task ignores the test leads of senders.' };

function duplicateReason(runId: string): Reason {
  return { code: 'duplicate', message: `The person has a run within the task's window: ${runId}.` };
}

/** The lead is kept with the run: it can be replayed without another fetch. */
async function skip(
  deps: FetcherDeps,
  job: FetchJob,
  lead: FetchedLead,
  reason: Reason,
): Promise<FetchJobVerdict> {
  const order = progressOrder(0, 0, 'finished');
  const ended = progress(job, { order, status: 'skipped', reason });
  await deps.runLog.append(acceptedEvent(job, lead, 'queued'), ended);
  deps.events.runEnded(job, 'skipped', reason.code);
  return DONE;
}

function acceptedEvent(
  job: FetchJob,
  { lead, test }: FetchedLead,
  status: RunAccepted['status'],
): RunAccepted {
  const { run_id, task_id, revision, source, provider, lead_id, ids, received_at } = job;
  return {
    type: 'accepted',
    run_id,
    task_id,
    revision,
    status,
    test,
    source,
    replay_of: job.replay_of ?? null,
    lead,
    fetch: { provider, lead_id, ids },
    received_at,
  };
}

/** Its wait counts from now: that is when the lead is known. */
function newRun(job: FetchJob, { lead, test }: FetchedLead): NewRun {
  const { run_id, task_id, revision, source, received_at } = job;
  return { run_id, task_id, revision, lead, source, test, received_at, startsAt: Date.now() };
}
