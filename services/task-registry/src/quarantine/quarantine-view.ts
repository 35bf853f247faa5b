import { Type, type Static } from 'typebox';
import { QuarantineEntry, type RawRequest } from '@taskhook/contracts';
import { fromJsonText } from '../store/json-text.ts';
import type { QuarantineDoc } from '../store/quarantine-model.ts';

/** An entry without its request, which may be as large as a body may be. */
export const QuarantineSummary = Type.Omit(QuarantineEntry, ['request']);
export type QuarantineSummary = Static<typeof QuarantineSummary>;

export type StoredSummary = Omit<QuarantineDoc, 'request'>;

export function toSummary(doc: StoredSummary): QuarantineSummary {
  return {
    id: doc._id,
    task_id: doc.task_id,
    task_revision: doc.task_revision,
    status: doc.status,
    received_at: doc.received_at.toISOString(),
    code: doc.code,
    detail: doc.detail,
    errors: fromJsonText(doc.errors) as QuarantineSummary['errors'],
    source: doc.source ?? null,
    run_ids: doc.run_ids ?? [],
  };
}

export function toEntry(doc: QuarantineDoc): QuarantineEntry {
  return { ...toSummary(doc), request: fromJsonText(doc.request) as RawRequest };
}
