import { mongo } from 'mongoose';
import { TaskhookError } from '@taskhook/errors';
import { countTransitions, type Transition } from '../figures/count-transitions.ts';
import type { RunDoc } from '../store/run-model.ts';
import { isDuplicateKey } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { changeRuns } from './change-runs.ts';
import { runDocument } from './run-document.ts';
import { foldRun, type RunEvent, type RunUpdate } from './run-update.ts';

const TRIES = 10;

/**
 * Writes the events of runs. A run that begins among them is inserted as it comes out; one that is
 * there already is read and changed, in a write that takes place only if nobody else has changed it
 * since. It does not matter which of the two happens, or how often: what is counted are the writes
 * that took place.
 */
export async function recordRuns(store: Store, events: readonly RunEvent[]): Promise<void> {
  const byRun = Map.groupBy(events, ({ run_id }) => run_id);
  const updates = [...byRun].map(([runId, group]) => foldRun(runId, group));
  const begun = updates.filter(({ begins }) => begins);
  const transitions: Transition[] = [];
  try {
    await store.writeRun(async () => {
      let rest = [
        ...updates.filter(({ begins }) => !begins),
        ...(await insertRuns(store, begun, transitions)),
      ];
      for (let tries = 0; rest.length > 0; tries += 1) {
        if (tries === TRIES)
          throw new TaskhookError('unavailable', 'Others are always faster at writing runs.');
        const { unknown, again } = await changeRuns(store, rest, transitions);
        rest = [...again, ...(await insertRuns(store, unknown, transitions))];
      }
    });
  } finally {
    await countTransitions(store, transitions);
  }
}

/**
 * Gives those whose run was there already. The inserts go in order, so that the number of those that
 * went in says which one it was.
 */
async function insertRuns(
  store: Store,
  updates: readonly RunUpdate[],
  transitions: Transition[],
): Promise<RunUpdate[]> {
  const existing: RunUpdate[] = [];
  let rest = updates.map((update) => ({ update, document: runDocument(update) }));
  while (rest.length > 0) {
    const documents = rest.map(({ document }) => document);
    try {
      // Lean: they are as the schema wants them, and to cast them takes longer than to write them.
      await store.runs.insertMany(documents, { lean: true, ordered: true });
      transitions.push(...rest.map(({ document }) => beginning(document)));
      break;
    } catch (error) {
      if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
      const inserted = error.insertedCount;
      transitions.push(...rest.slice(0, inserted).map(({ document }) => beginning(document)));
      if (!isDuplicateKey(error)) throw error;
      existing.push(...rest.slice(inserted, inserted + 1).map(({ update }) => update));
      rest = rest.slice(inserted + 1);
    }
  }
  return existing;
}

function beginning({ _id, task_id, status, test }: RunDoc): Transition {
  return { runId: _id, taskId: task_id, before: null, after: { status, test } };
}
