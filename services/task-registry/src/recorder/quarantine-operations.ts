import type { AnyBulkWriteOperation } from 'mongoose';
import type { RequestQuarantined } from '@taskhook/contracts';
import { toJsonText } from '../store/json-text.ts';
import type { QuarantineDoc } from '../store/quarantine-model.ts';

/** Inserts the entry where it is not there yet; one that is, is left as it is. */
export function quarantineOperation(event: RequestQuarantined): AnyBulkWriteOperation<QuarantineDoc> {
  const entry = {
    task_id: event.task_id,
    task_revision: event.revision,
    status: 'open' as const,
    received_at: new Date(event.received_at),
    code: event.code,
    detail: event.detail,
    errors: toJsonText(event.errors),
    request: toJsonText(event.request),
    run_ids: [],
  };
  return {
    updateOne: { filter: { _id: event.quarantine_id }, update: { $setOnInsert: entry }, upsert: true },
  };
}
