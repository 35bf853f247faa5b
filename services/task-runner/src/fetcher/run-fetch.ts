import { FINAL_ORDER, fetchOrder, type FetchJob } from '@taskhook/contracts';
import { endRun } from '../processor/end-run.ts';
import type { FetcherDeps, FetchJobVerdict } from './deps.ts';
import { fetchLead } from './fetch-lead.ts';
import { findConnection } from './find-connection.ts';
import { settleFailure } from './settle-failure.ts';
import { settleLead } from './settle-lead.ts';

const DONE: FetchJobVerdict = { done: true };

/**
 * Fetches the lead of a notification once, and starts the steps of its run.
 *
 * It may run twice for the same job. Then the lead is read again, which changes nothing at its
 * provider, its keys are claimed again for the same run, and its events are logged again with the same
 * orders; the first step is added again under the same job id: adding it twice is adding it once while
 * it waits, and delivering it again under its own key after that. Should the second fetch come out
 * otherwise, the lead that was logged first stands above it. Nothing is lost in between, since the lead
 * is logged before the step is added, and that is done before the job ends.
 *
 * Throws what is a fault of the machinery; the job then comes again.
 */
export async function runFetch(
  deps: FetcherDeps,
  job: FetchJob,
  signal: AbortSignal,
): Promise<FetchJobVerdict> {
  const task = await deps.readModel.task(job.task_id);
  if (task?.status === 'deleted') return endDeleted(deps, job);
  // Whoever cancelled the run has logged it.
  if (await deps.isCancelled(job.run_id)) return DONE;
  const revision = await deps.tasks(job.task_id, job.revision);
  const found = await findConnection(deps, revision.definition, job);
  if (!found.ok) {
    const order = fetchOrder(job.attempts, 'finished');
    return endRun(deps, job, { status: 'failed', order, reason: found.reason });
  }
  const fetched = await fetchLead(deps.calls, found.connection, job, signal);
  if (!fetched.ok) return settleFailure(deps, job, found.connection.id, fetched.verdict);
  deps.events.fetchMade(job, 'fetched');
  return settleLead(deps, job, revision, fetched.body);
}

function endDeleted(deps: FetcherDeps, job: FetchJob): Promise<FetchJobVerdict> {
  const reason = { code: 'task_deleted', message: 'The task was deleted before its lead was fetched.' };
  return endRun(deps, job, { status: 'cancelled', order: FINAL_ORDER, reason });
}
