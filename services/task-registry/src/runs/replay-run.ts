import { isFinal, newRunId, type TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { connectionMissing } from '../connections/connection-missing.ts';
import { noteReplays } from '../replays/note-replays.ts';
import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';
import { findOwningTask } from '../tasks/find-task.ts';
import { getRevision } from '../tasks/get-revision.ts';
import { enqueueRuns } from './enqueue-runs.ts';
import { fetchTargetOf } from './fetch-target.ts';
import { findRun } from './find-run.ts';
import { toLead } from './run-view.ts';

export interface Replay {
  /** The revision that the run had, or the one that the task has now. */
  revision?: 'pinned' | 'current';
}

/**
 * Runs the same lead again, as a new run with idempotency keys of its own; a lead that was not
 * fetched is fetched. It is held while the task is paused. Throws `not_found`, or `conflict` where
 * the run has not ended, its task is deleted or has no connection to fetch with.
 */
export async function replayRun(registry: Registry, id: string, replay: Replay): Promise<{ run_id: string }> {
  const run = await findRun(registry.store, id);
  requireEnded(run);
  const task = await findOwningTask(registry.store, run.task_id);
  const revision = replay.revision === 'pinned' ? run.task_revision : task.revision;
  const { definition } = await getRevision(registry.store, task._id, revision);
  const run_id = newRunId();
  const origin = { source: run.source, test: run.test, replay_of: id, late: true };
  const paused = task.status === 'paused';
  await enqueueRuns(registry, [
    { run_id, task_id: task._id, revision, definition, ...origin, ...leadOf(run, definition, paused) },
  ]);
  await noteReplays(registry.store, [{ runId: id, replayedAs: run_id }]);
  registry.events.runStarted({ run_id, task_id: task._id, by: 'replay' });
  return { run_id };
}

function requireEnded({ status }: RunDoc): void {
  if (isFinal(status)) return;
  throw new TaskhookError('conflict', `A run that is ${status} cannot be replayed; it has not ended.`);
}

/** A lead that has to be fetched is held once it is there. */
function leadOf(run: RunDoc, { source_connection }: TaskDefinition, paused: boolean) {
  if (run.lead !== undefined)
    return { status: paused ? ('held' as const) : ('queued' as const), lead: toLead(run.lead) };
  const fetch = fetchTargetOf(run);
  if (fetch === undefined) throw new TaskhookError('conflict', 'Nothing is known of the lead of this run.');
  if (source_connection === undefined) throw new TaskhookError('conflict', connectionMissing(fetch.provider));
  return { status: 'queued' as const, lead: null, fetch };
}
