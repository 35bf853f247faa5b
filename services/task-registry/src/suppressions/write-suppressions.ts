import { mongo } from 'mongoose';
import { supersedes, type SuppressionRecord } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { isDuplicateKey } from '../store/store-fault.ts';
import { BULK_SIZE, type Store } from '../store/store.ts';
import type { SuppressionDoc } from '../store/suppression-model.ts';

/** A change of a suppression; the note is kept here alone. */
export interface NotedChange {
  id: string;
  record: SuppressionRecord;
  note?: string | undefined;
}

const TRIES = 10;

/** Writes changes, each unless a later one is known: in any order, and twice, they come to the same. */
export async function writeSuppressions(store: Store, changes: readonly NotedChange[]): Promise<void> {
  await store.writeSuppression(async () => {
    let rest = latestOfEach(changes);
    for (let tries = 0; rest.length > 0; tries += 1) {
      if (tries === TRIES) throw new TaskhookError('unavailable', 'Others are always faster at writing.');
      rest = await writeAll(store, rest);
    }
  });
}

function latestOfEach(changes: readonly NotedChange[]): NotedChange[] {
  const latest = new Map<string, NotedChange>();
  for (const change of changes) {
    const held = latest.get(change.id);
    if (held === undefined || supersedes(change.record, held.record)) latest.set(change.id, change);
  }
  return [...latest.values()];
}

/** Gives those that have to be tried again, because somebody else wrote meanwhile. */
async function writeAll(store: Store, changes: readonly NotedChange[]): Promise<NotedChange[]> {
  const again: NotedChange[] = [];
  for (let at = 0; at < changes.length; at += BULK_SIZE) {
    again.push(...(await writePart(store, changes.slice(at, at + BULK_SIZE))));
  }
  return again;
}

async function writePart(store: Store, part: readonly NotedChange[]): Promise<NotedChange[]> {
  const docs = await store.findSuppressions(part.map(({ id }) => id));
  const byId = new Map(docs.map((doc) => [doc._id, doc]));
  const added = part.filter(({ id }) => !byId.has(id));
  const changed = part.filter((change) => isLater(change, byId.get(change.id)));
  const lost = await insert(store, added);
  if (changed.length === 0) return lost;
  const writes = changed.map((change) => {
    const version = byId.get(change.id)?.version ?? 0;
    const filter = { _id: change.id, version };
    return { updateOne: { filter, update: { $set: { ...valuesOf(change), version: version + 1 } } } };
  });
  const { matchedCount } = await store.suppressions.bulkWrite(writes, { ordered: false });
  return matchedCount < writes.length ? [...lost, ...changed] : lost;
}

function isLater({ record }: NotedChange, doc: SuppressionDoc | undefined): boolean {
  return doc !== undefined && supersedes(record, doc);
}

/** Gives all of them where one was there already: looked at again, those that went in are known. */
async function insert(store: Store, changes: readonly NotedChange[]): Promise<NotedChange[]> {
  if (changes.length === 0) return [];
  const inserts = changes.map((change) => ({
    insertOne: { document: { _id: change.id, ...valuesOf(change), version: 1 } },
  }));
  try {
    await store.suppressions.bulkWrite(inserts, { ordered: false, throwOnValidationError: true });
    return [];
  } catch (error) {
    if (!isDuplicateKey(error) || !(error instanceof mongo.MongoBulkWriteError)) throw error;
    return [...changes];
  }
}

/** A change that has no note takes the old one away: it was about another state. */
function valuesOf({ record, note }: NotedChange): Omit<SuppressionDoc, '_id' | 'version'> {
  return { ...record, note: note ?? null };
}
