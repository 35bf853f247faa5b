import { mongo, type AnyBulkWriteOperation } from 'mongoose';
import { TaskhookError } from '@taskhook/errors';
import type { RunDoc } from '../store/run-model.ts';
import { isDuplicateKey } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { runChanges } from './run-changes.ts';
import { runDocument } from './run-document.ts';
import { foldRun, type RunEvent, type RunUpdate } from './run-update.ts';

const TRIES = 10;

/**
 * Writes the events of runs. A run that begins among them is inserted as it comes out; one that is
 * there already is read and changed, in a write that takes place only if nobody else has changed it
 * since. It does not matter which of the two happens, or how often.
 */
export async function recordRuns(store: Store, events: readonly RunEvent[]): Promise<void> {
  const byRun = Map.groupBy(events, ({ run_id }) => run_id);
  const updates = [...byRun].map(([runId, group]) => foldRun(runId, group));
  const begun = updates.filter(({ begins }) => begins);
  await store.writeRun(async () => {
    let rest = [...updates.filter(({ begins }) => !begins), ...(await insertRuns(store, begun))];
    for (let tries = 0; rest.length > 0; tries += 1) {
      if (tries === TRIES)
        throw new TaskhookError('unavailable', 'Others are always faster at writing runs.');
      rest = await changeRuns(store, rest);
    }
  });
}

/**
 * Gives those whose run was there already. The inserts go in order, so that the number of those that
 * went in says which one it was.
 */
async function insertRuns(store: Store, updates: readonly RunUpdate[]): Promise<RunUpdate[]> {
  const existing: RunUpdate[] = [];
  let rest = updates;
  while (rest.length > 0) {
    const inserts = rest.map((update) => ({ insertOne: { document: runDocument(update) } }));
    try {
      await store.runs.bulkWrite(inserts, { ordered: true });
      break;
    } catch (error) {
      if (!isDuplicateKey(error) || !(error instanceof mongo.MongoBulkWriteError)) throw error;
      const inserted = error.insertedCount;
      existing.push(...rest.slice(inserted, inserted + 1));
      rest = rest.slice(inserted + 1);
    }
  }
  return existing;
}

/** Gives those that have to be tried again, because somebody else wrote their run meanwhile. */
async function changeRuns(store: Store, updates: readonly RunUpdate[]): Promise<RunUpdate[]> {
  const runs = await store.findRuns(updates.map(({ runId }) => runId));
  const byId = new Map(runs.map((run) => [run._id, run]));
  const again = await insertRuns(
    store,
    updates.filter(({ runId }) => !byId.has(runId)),
  );
  const present = updates.filter(({ runId }) => byId.has(runId));
  for (let at = 0; at < present.length; at += store.bulkSize) {
    const part = present.slice(at, at + store.bulkSize);
    const writes = part.flatMap((update) => changeOf(store, byId.get(update.runId), update));
    const { matchedCount } = await store.runs.bulkWrite(writes, { ordered: false });
    if (matchedCount < writes.length) again.push(...part);
  }
  return again;
}

function changeOf(store: Store, run: RunDoc | undefined, update: RunUpdate): AnyBulkWriteOperation<RunDoc>[] {
  if (run === undefined) return [];
  const filter = store.unchanged({ _id: run._id, version: run.version });
  const changes = runChanges(run, update);
  return [{ updateOne: { filter, update: { $set: { ...changes, version: run.version + 1 } } } }];
}
