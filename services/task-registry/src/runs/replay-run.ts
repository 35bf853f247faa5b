import { isFinal, newRunId } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';
import { findOwningTask } from '../tasks/find-task.ts';
import { getRevision } from '../tasks/get-revision.ts';
import { enqueueRuns } from './enqueue-runs.ts';
import { findRun } from './find-run.ts';
import { toLead } from './run-view.ts';

export interface Replay {
  /** The revision that the run had, or the one that the task has now. */
  revision?: 'pinned' | 'current';
}

/**
 * Runs the same lead again, as a new run with idempotency keys of its own. It is held while the task
 * is paused. Throws `not_found`, or `conflict` where the run has not ended or its task is deleted.
 */
export async function replayRun(registry: Registry, id: string, replay: Replay): Promise<{ run_id: string }> {
  const run = await findRun(registry.store, id);
  const lead = replayableLead(run);
  const task = await findOwningTask(registry.store, run.task_id);
  const revision = replay.revision === 'pinned' ? run.task_revision : task.revision;
  const run_id = newRunId();
  await enqueueRuns(registry, [
    {
      run_id,
      task_id: task._id,
      revision,
      definition: (await getRevision(registry.store, task._id, revision)).definition,
      status: task.status === 'paused' ? 'held' : 'queued',
      lead,
      source: run.source,
      test: run.test,
      replay_of: id,
    },
  ]);
  registry.events.runStarted({ run_id, task_id: task._id, by: 'replay' });
  return { run_id };
}

function replayableLead({ status, lead }: RunDoc) {
  if (isFinal(status) && lead !== undefined) return toLead(lead);
  throw new TaskhookError('conflict', `A run that is ${status} cannot be replayed; it has not ended.`);
}
