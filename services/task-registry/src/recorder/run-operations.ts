import type { AnyBulkWriteOperation } from 'mongoose';
import type { RunDoc } from '../store/run-model.ts';
import type { Guarded, RunUpdate } from './run-update.ts';

/**
 * The writes of an update, to be carried out in their order. Doing them twice, or between those of
 * another update of the same run, changes nothing: a guarded one matches only while it is ahead.
 */
export function runOperations(update: RunUpdate): AnyBulkWriteOperation<RunDoc>[] {
  const { runId, values, initial, guarded } = update;
  const insert = {
    ...(Object.keys(values).length > 0 ? { $set: values } : {}),
    $setOnInsert: initial,
  };
  return [
    { updateOne: { filter: { _id: runId }, update: insert, upsert: true } },
    ...guarded.map((guard) => guardedWrite(runId, guard)),
  ];
}

function guardedWrite(runId: string, { path, order, values }: Guarded): AnyBulkWriteOperation<RunDoc> {
  const filter = { _id: runId, [path]: { $not: { $gte: order } } };
  return { updateOne: { filter, update: { $set: { ...values, [path]: order } } } };
}
