import { Type, type Static } from 'typebox';
import { Lead, Run } from '@taskhook/contracts';
import type { SummaryDoc } from '../store/run-model.ts';

const { id, task_id, task_revision, status, test, source, reason, received_at, finished_at } = Run.properties;

/** What a list shows of a run: without its steps, and of its lead who it is. */
export const RunSummary = Type.Object({
  id,
  task_id,
  task_revision,
  status,
  test,
  source,
  reason,
  received_at,
  finished_at,
  lead: Type.Union([Type.Pick(Lead, ['full_name', 'phone', 'email']), Type.Null()]),
});
export type RunSummary = Static<typeof RunSummary>;

export function toRunSummary(doc: SummaryDoc): RunSummary {
  const { lead } = doc;
  return {
    id: doc._id,
    task_id: doc.task_id,
    task_revision: doc.task_revision,
    status: doc.status,
    test: doc.test,
    source: doc.source,
    reason: doc.reason ?? null,
    received_at: doc.received_at.toISOString(),
    finished_at: doc.finished_at?.toISOString() ?? null,
    lead:
      lead === undefined
        ? null
        : { full_name: lead.full_name ?? null, phone: lead.phone ?? null, email: lead.email ?? null },
  };
}
