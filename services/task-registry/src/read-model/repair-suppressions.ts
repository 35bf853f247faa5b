import { supersedes, type SuppressionRecord } from '@taskhook/contracts';
import {
  changeSuppressions,
  completeSuppressions,
  heldSuppressions,
  type Redis,
  type RedisKeys,
  type SuppressionChange,
} from '@taskhook/queue';
import type { Store } from '../store/store.ts';
import type { SuppressionDoc } from '../store/suppression-model.ts';
import { writeSuppressions } from '../suppressions/write-suppressions.ts';

/**
 * Makes Redis and MongoDB hold the same suppressions: of each, the later state of the two. What a
 * person has asked for by a STOP word is in Redis first. Gives how many differed.
 */
export async function repairSuppressions(source: {
  store: Store;
  redis: Redis;
  keys: RedisKeys;
}): Promise<number> {
  const { store, redis, keys } = source;
  const docs = await store.suppressions.find().lean();
  const kept = new Map(docs.map((doc) => [doc._id, recordOf(doc)]));
  const newer: SuppressionChange[] = [];
  const older = new Map(kept);
  for await (const page of heldSuppressions(redis, keys)) {
    for (const { id, record } of page) {
      const stored = kept.get(id);
      if (stored === undefined || supersedes(record, stored)) newer.push({ id, record });
      if (stored !== undefined && !supersedes(stored, record)) older.delete(id);
    }
  }
  const published = [...older].map(([id, record]) => ({ id, record }));
  await changeSuppressions(redis, keys, published);
  await completeSuppressions(redis, keys);
  if (newer.length > 0) await writeSuppressions(store, newer);
  return published.length + newer.length;
}

function recordOf({ kind, active, reason, origin, at }: SuppressionDoc): SuppressionRecord {
  return { kind, active, reason, origin, at };
}
