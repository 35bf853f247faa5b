import type { Registry } from '../registry.ts';
import { toPage, type Page } from '../store/page.ts';
import { toSummary, type QuarantineSummary, type StoredSummary } from './quarantine-view.ts';

export interface QuarantineQuery {
  task_id?: string;
  status?: QuarantineSummary['status'];
  limit?: number;
  cursor?: string;
}

/** Quarantined requests, newest first, without their bodies. */
export async function listQuarantine(
  { store }: Registry,
  { limit = 50, cursor, ...filter }: QuarantineQuery,
): Promise<Page<QuarantineSummary>> {
  const docs: StoredSummary[] = await store.quarantine
    .find({ ...filter, ...(cursor === undefined ? {} : { _id: { $lt: cursor } }) }, { request: 0 })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  return toPage(docs, limit, toSummary);
}
