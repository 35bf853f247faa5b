import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { Run } from '../../../api/types.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import { undoable } from '../../../ui/undo.tsx';
import { begunRunQuery } from '../queries.ts';

export type Revision = 'pinned' | 'current';
export type Found = 'delivered' | 'not_delivered';

/** Under this name a cancellation can be undone. */
export const cancelKey = (id: string) => `cancel ${id}`;
export const resolveKey = (id: string, step: string) => `resolve ${id} ${step}`;

/** What can be done to a run. What cannot be taken back is done when the time to undo has passed. */
export function useRunActions(id: string) {
  const { t } = useTranslation('runs');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notifyProblem = useNotifyProblem();
  const path = { params: { path: { id } } };
  const keep = (run: Run) => queryClient.setQueryData(queryKeys.runs.one(id), run);
  const onError = (error: unknown) => {
    notifyProblem(error);
    void queryClient.invalidateQueries({ queryKey: queryKeys.runs.one(id) });
  };
  const replaying = useMutation({
    mutationFn: (revision: Revision) =>
      answerOf(api.POST('/v1/runs/{id}/replay', { ...path, body: { revision } })),
    onSuccess: async ({ run_id }) => {
      notifyDone(t('done.replayed'));
      await queryClient.invalidateQueries({ queryKey: queryKeys.runs.one(id) });
      // Its page then has it at once; where it is not found so long, the page says so itself.
      await queryClient.fetchQuery(begunRunQuery(run_id)).catch(() => undefined);
      await navigate({ to: '/runs/$runId', params: { runId: run_id } });
    },
    onError,
  });
  return {
    isReplaying: replaying.isPending,
    replay: (revision: Revision) => replaying.mutate(revision),
    cancel: () =>
      undoable({
        id: cancelKey(id),
        message: t('done.cancelled'),
        act: async () => keep(await answerOf(api.POST('/v1/runs/{id}/cancel', { ...path, keepalive: true }))),
        onError,
      }),
    resolve: (step: string, outcome: Found) =>
      undoable({
        id: resolveKey(id, step),
        message: t(`done.resolved.${outcome}`),
        act: async () =>
          keep(
            await answerOf(
              api.POST('/v1/runs/{id}/steps/{step}/resolve', {
                params: { path: { id, step } },
                body: { outcome },
                keepalive: true,
              }),
            ),
          ),
        onError,
      }),
  };
}
