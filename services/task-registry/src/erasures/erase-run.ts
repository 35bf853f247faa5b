import { isFinal } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { removeRunTraces } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { endCancelled } from '../runs/cancel-run.ts';
import type { RunDoc, StoredStep } from '../store/run-model.ts';
import type { Store } from '../store/store.ts';
import { findDefinition } from '../tasks/get-revision.ts';
import type { ErasureWork } from './erasure-work.ts';
import { keptOfRun } from './kept-of-run.ts';

/** The reason of a run that was open when its person was erased. */
const erased = { code: 'erased', message: 'The person was erased.' };

/**
 * Ends a run that is open, overwrites it in MongoDB, and removes what Redis has of it. A step that is
 * being worked on is left to the phase `late`. Twice is once.
 */
export async function eraseRun({ registry, doc, counts }: ErasureWork, run: RunDoc): Promise<void> {
  if (!isFinal(run.status)) {
    await endCancelled(registry, run, erased);
    counts.runs_cancelled += 1;
  }
  const before = await overwriteRun(registry.store, run._id);
  if (before !== null) counts.runs_overwritten += 1;
  const traces = tracesOf(before ?? run);
  counts.redis_keys_removed += await removeRunTraces(registry.redis, registry.keys, traces);
  counts.jobs_removed += await removeJobsOf(registry, run);
  if (!doc.run_ids.includes(run._id)) doc.run_ids.push(run._id);
}

const TRIES = 10;

/** Gives the run as it was; null where it was overwritten before, or is gone. */
async function overwriteRun(store: Store, id: string): Promise<RunDoc | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const outcome = await store.writeRun(async () => {
      const run = await store.runs.findById(id).lean();
      if (run === null || (run.erased_at ?? null) !== null) return { done: true, run: null };
      const kept = { ...keptOfRun(run, new Date()), version: run.version + 1 };
      const { matchedCount } = await store.runs.replaceOne({ _id: run._id, version: run.version }, kept);
      return { done: matchedCount === 1, run };
    });
    if (outcome.done) return outcome.run;
  }
  throw new TaskhookError('unavailable', 'Others are always faster at writing the run.');
}

function tracesOf({ _id, steps = {} }: RunDoc) {
  const told = Object.values(steps);
  return {
    runId: _id,
    steps: told.map(({ id, attempts = {} }) => ({ id, attempts: Object.keys(attempts).length })),
    messageIds: told.flatMap(messageIdsOf),
  };
}

function messageIdsOf({ attempts = {} }: StoredStep): string[] {
  return Object.values(attempts).flatMap(({ provider_id }) => provider_id ?? []);
}

/** The jobs of a run where they wait or have failed; gives how many there were. */
export async function removeJobsOf(
  { store, queues, fetchQueue }: Registry,
  run: Pick<RunDoc, '_id' | 'task_id' | 'task_revision'>,
): Promise<number> {
  const definition = await findDefinition(store, run.task_id, run.task_revision);
  const removed = await Promise.all([
    fetchQueue.remove(run._id),
    ...(definition?.steps ?? []).map(({ channel }, index) => queues.remove(channel, run._id, index)),
  ]);
  return removed.filter(Boolean).length;
}
