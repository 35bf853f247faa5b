import { mongo } from 'mongoose';
import { isDuplicateKey } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { runDocument } from './run-document.ts';
import { runOperations } from './run-operations.ts';
import { foldRun, type RunEvent, type RunUpdate } from './run-update.ts';

/**
 * Writes the events of runs. A run that begins among them is inserted as it comes out, in one write;
 * one that is there already is updated, so that it does not matter which of the two happens.
 */
export async function recordRuns(store: Store, events: readonly RunEvent[]): Promise<void> {
  const byRun = Map.groupBy(events, ({ run_id }) => run_id);
  const updates = [...byRun].map(([runId, group]) => foldRun(runId, group));
  const begun = updates.filter(({ begins }) => begins);
  await store.writeRun(async () => {
    const existing = await insertRuns(store, begun);
    const rest = [...updates.filter(({ begins }) => !begins), ...existing];
    for (const operations of chunks(rest.flatMap(runOperations), store.bulkSize)) {
      await retryDuplicates(() => store.runs.bulkWrite(operations, { ordered: true }));
    }
  });
}

/** Inserts in order, so that the number of those that went in says which one was there already. */
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

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

const TRIES = 5;

/** Two upserts of the same id at once: one of them fails, and finds the document at the next try. */
async function retryDuplicates(write: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (!isDuplicateKey(error) || tries === TRIES) throw error;
    }
  }
}
