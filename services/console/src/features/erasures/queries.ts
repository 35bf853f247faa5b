import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { ErasureInput } from '../../api/types.ts';

const LOOK_AGAIN_MS = 1_000;

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.runs.one(id),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/runs/{id}', { params: { path: { id } }, signal })),
  });

/** The report of an erasure, read again until it is done. */
export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.erasure(id),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/erasures/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data, error } }) =>
      data?.status === 'done' || isProblem(error, 'not_found') ? false : LOOK_AGAIN_MS,
  });

/** Begins an erasure and shows its report. Nothing of the person is to stay in what this tab has fetched. */
export function useErase() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: ErasureInput) => answerOf(api.POST('/v1/erasures', { body })),
    onSuccess: async ({ id }) => {
      await navigate({ to: '/erasures/$erasureId', params: { erasureId: id }, replace: true });
      for (const queryKey of [queryKeys.runs.all, queryKeys.quarantine.all, queryKeys.tasks.all])
        queryClient.removeQueries({ queryKey });
    },
  });
}
