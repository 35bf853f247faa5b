import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { Replay, ReplayFilter, ReplayInput } from '../../../api/types.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';

const LOOK_AGAIN_MS = 1_000;
const SHOWN = 3;
const SHOWN_FOR_MS = 86_400_000;

export const isUnderWay = ({ status }: Replay): boolean => status === 'running';

/** Replays that are under way, and the last ones since yesterday; newest first. */
export const replaysQuery = queryOptions({
  queryKey: queryKeys.runs.replays,
  queryFn: ({ signal }) => answerOf(api.GET('/v1/replays', { signal })),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? LOOK_AGAIN_MS : false),
  select: ({ items }) => {
    const since = Date.now() - SHOWN_FOR_MS;
    return items.filter(
      (replay, i) => isUnderWay(replay) || (i < SHOWN && Date.parse(replay.created_at) >= since),
    );
  },
});

/** What a replay would find now. It is counted once: what fails meanwhile does not change the numbers. */
export const replayCountQuery = (filter: ReplayFilter, respectDedupe: boolean) =>
  queryOptions({
    queryKey: queryKeys.runs.replayCount(filter, respectDedupe),
    staleTime: Infinity,
    gcTime: 0,
    queryFn: ({ signal }) => {
      const body = { filter, respect_dedupe: respectDedupe, dry_run: true };
      return answerOf(api.POST('/v1/runs/replay', { body, signal }));
    },
  });

export function useStartReplay(onStarted: () => void) {
  const { t } = useTranslation('runs');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ReplayInput) => answerOf(api.POST('/v1/runs/replay', { body })),
    onSuccess: () => {
      notifyDone(t('bulk.begun'));
      onStarted();
      return queryClient.invalidateQueries({ queryKey: queryKeys.runs.replays });
    },
  });
}

export function useStopReplay(id: string) {
  const { t } = useTranslation('runs');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/v1/replays/{id}/stop', { params: { path: { id } } })),
    onSuccess: () => {
      notifyDone(t('bulk.stopped'));
      return queryClient.invalidateQueries({ queryKey: queryKeys.runs.replays });
    },
    onError: useNotifyProblem(),
  });
}
