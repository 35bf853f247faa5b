import { lowestRunId, type Run, type RunStatus } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { toPage, type Page } from '../store/page.ts';
import { toRun } from './run-view.ts';

export interface RunQuery {
  task_id?: string;
  /** Of any of these. */
  statuses?: readonly RunStatus[];
  source?: string;
  /** A run's id, or a lead's phone number or e-mail, whole. */
  q?: string;
  /** ISO 8601; `from` is within, `to` is not. */
  from?: string;
  to?: string;
  limit?: number;
  cursor?: string;
}

/** Runs, newest first. */
export async function listRuns({ store }: Registry, query: RunQuery): Promise<Page<Run>> {
  const { task_id, statuses, source, q, limit = 50 } = query;
  const ranges = idRanges(query).map((range) => ({ _id: range }));
  const docs = await store.runs
    .find({
      ...(task_id === undefined ? {} : { task_id }),
      ...statusFilter(statuses),
      ...(source === undefined ? {} : { source }),
      ...(q === undefined ? {} : searchFilter(q)),
      // An empty $and is refused.
      ...(ranges.length === 0 ? {} : { $and: ranges }),
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  return toPage(docs, limit, toRun);
}

function statusFilter(statuses: readonly RunStatus[] = []): { status?: RunStatus | { $in: RunStatus[] } } {
  const [first, ...others] = statuses;
  if (first === undefined) return {};
  return { status: others.length === 0 ? first : { $in: [...statuses] } };
}

type Range = { $lt: string } | { $gte: string };

function idRanges({ cursor, from, to }: RunQuery): Range[] {
  return [
    ...(cursor === undefined ? [] : [{ $lt: cursor }]),
    ...(to === undefined ? [] : [{ $lt: lowestRunId(Date.parse(to)) }]),
    ...(from === undefined ? [] : [{ $gte: lowestRunId(Date.parse(from)) }]),
  ];
}

/** Whole values only: these are what the indexes find. A plus that a query string lost is put back. */
export function searchFilter(text: string): Record<string, string> {
  const wanted = text.trim();
  if (wanted.startsWith('run_')) return { _id: wanted };
  if (wanted.includes('@')) return { 'lead.email': wanted.toLowerCase() };
  const digits = wanted.replace(/\D/g, '').replace(/^00/, '');
  return { 'lead.phone': `+${digits}` };
}
