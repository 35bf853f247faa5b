import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

export type Range = '1h' | '24h';

const EVERY_MS = 10_000;

/** The series of figures and the processes. What is shown stays until the next answer is there. */
export const operationsQuery = (range: Range) =>
  queryOptions({
    queryKey: queryKeys.operations.series(range),
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answerOf(api.GET('/v1/operations', { params: { query: { range } }, signal })),
  });

/** What became of every lead that was accepted. */
export const ledgerQuery = queryOptions({
  queryKey: queryKeys.operations.ledger,
  refetchInterval: EVERY_MS,
  queryFn: ({ signal }) => answerOf(api.GET('/v1/ledger', { signal })),
});
