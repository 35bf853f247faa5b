import { newRunId, DAY, type TaskDefinition } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { enqueueRuns, type NewRun } from '../runs/enqueue-runs.ts';
import { fetchTargetOf } from '../runs/fetch-target.ts';
import { toLead } from '../runs/run-view.ts';
import type { ReplayDoc } from '../store/replay-model.ts';
import type { RunDoc } from '../store/run-model.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { findDefinition } from '../tasks/get-revision.ts';
import { noteReplays } from './note-replays.ts';

/** What became of a batch. */
export interface BatchOutcome {
  started: number;
  held: number;
  /** The codes of those that could not be started. */
  failed: string[];
}

/** A batch that is done again, after a crash, finds the claims of the first time. */
const CLAIM_MS = 30 * DAY;

/**
 * Starts a run for each of these, all in one step. Twice is once: each stands under a claim of its
 * replay. Throws `unavailable`; then all may have started, or none.
 */
export async function replayBatch(
  registry: Registry,
  replay: Pick<ReplayDoc, '_id' | 'revision'>,
  runs: readonly RunDoc[],
): Promise<BatchOutcome> {
  const prepared = await Promise.all(runs.map((run) => prepare(registry, replay, run)));
  const ready = prepared.filter((run) => typeof run !== 'string');
  const outcomes = ready.length === 0 ? [] : await enqueueRuns(registry, ready);
  const started = ready.map(({ run_id }, i) => {
    const outcome = outcomes[i];
    return outcome?.status === 'duplicate' ? outcome.runId : run_id;
  });
  await noteReplays(
    registry.store,
    ready.map(({ replay_of }, i) => ({ runId: replay_of ?? '', replayedAs: started[i] ?? '' })),
  );
  return {
    started: ready.length,
    held: ready.filter(({ status }) => status === 'held').length,
    failed: prepared.filter((run) => typeof run === 'string'),
  };
}

/** The new run, or the code of what is in its way. */
async function prepare(
  { store, keys }: Registry,
  replay: Pick<ReplayDoc, '_id' | 'revision'>,
  run: RunDoc,
): Promise<NewRun | string> {
  const task = await store.tasks.findById(run.task_id).lean();
  if (task === null || task.status === 'deleted') return 'task_deleted';
  const revision = replay.revision === 'pinned' ? run.task_revision : task.revision;
  const definition = await findDefinition(store, task._id, revision);
  if (definition === null) return 'revision_missing';
  const lead = leadOf(run, task, definition);
  if (typeof lead === 'string') return lead;
  const key = keys.claim(task._id, 'key', `replay:${replay._id}:${run._id}`);
  const { source, test } = run;
  const origin = { source, test, replay_of: run._id, late: true, claims: [{ key, ttlMs: CLAIM_MS }] };
  return { run_id: newRunId(), task_id: task._id, revision, definition, ...origin, ...lead };
}

function leadOf(run: RunDoc, { status }: TaskDoc, { source_connection }: TaskDefinition) {
  if (run.lead !== undefined) {
    return { status: status === 'paused' ? ('held' as const) : ('queued' as const), lead: toLead(run.lead) };
  }
  const fetch = fetchTargetOf(run);
  if (fetch === undefined) return 'erased';
  if (source_connection === undefined) return 'connection_missing';
  return { status: 'queued' as const, lead: null, fetch };
}
