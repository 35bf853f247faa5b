import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { cursorPages } from '../../api/cursor-pages.ts';
import { isProblem, mayPass } from '../../api/problem.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { RunSummary } from '../../api/types.ts';
import type { RunFilter } from './list/run-filter.ts';
import { toQuery } from './list/run-filter.ts';

const PAGE = 50;
const TRIES = 4;
const TRY_AGAIN_MS = 700;

/**
 * Runs that fit, newest first. What is there is never read again as a whole, however long it has become: live
 * events keep it up to date (`use-live-runs.ts`).
 */
export const runListQuery = (filter: RunFilter) => ({
  ...cursorPages<RunSummary>({
    queryKey: queryKeys.runs.list(filter),
    fetchPage: (cursor, signal) => fetchRuns(filter, cursor, signal),
  }),
  staleTime: Infinity,
});

export async function fetchRuns(filter: RunFilter, cursor?: string, signal?: AbortSignal) {
  const query = { ...toQuery(filter), limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(api.GET('/v1/runs', { params: { query }, ...(signal === undefined ? {} : { signal }) }));
}

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.runs.one(id),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/runs/{id}', { params: { path: { id } }, signal })),
  });

/** A run that has just begun: it is told of by its start, and found a moment later. */
export const begunRunQuery = (id: string) =>
  queryOptions({
    ...runQuery(id),
    retry: (count, error) => count < TRIES && (mayPass(error) || isProblem(error, 'not_found')),
    retryDelay: TRY_AGAIN_MS,
  });
