import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import { notifyDone, notifyTrouble } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';

/** Most that one call takes. */
const MOST = 100;

/** Replays requests as they came, with their tasks as they are now, and tells how many gave a lead. */
export function useReplayMany(onDone: () => void) {
  const { t } = useTranslation('quarantine');
  const queryClient = useQueryClient();
  const onError = useNotifyProblem();
  const mutation = useMutation({
    mutationFn: (ids: readonly string[]) =>
      answerOf(api.POST('/v1/quarantine/replay', { body: { ids: ids.slice(0, MOST) } })),
    onSuccess: async ({ replayed, failed }) => {
      if (replayed.length > 0) notifyDone(t('done.replayedMany', { count: replayed.length }));
      if (failed.length > 0)
        notifyTrouble(t('done.failedMany', { count: failed.length }), t('done.failedAdvice'));
      onDone();
      await queryClient.invalidateQueries({ queryKey: queryKeys.quarantine.all });
    },
    onError,
  });
  return { isPending: mutation.isPending, replay: (ids: readonly string[]) => mutation.mutate(ids) };
}
