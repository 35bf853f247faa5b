import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import { notifyDone, notifyTrouble } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';

/** Most that one call takes. */
const PIECE = 100;

interface Outcome {
  replayed: number;
  failed: number;
  /** What ended it before the last piece. */
  error?: unknown;
}

/** Replays requests as they came, with their tasks as they are now, and tells how many gave a lead. */
export function useReplayMany(onDone: () => void) {
  const { t } = useTranslation('quarantine');
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const mutation = useMutation({
    mutationFn: replayInPieces,
    onSuccess: async ({ replayed, failed, error }) => {
      if (replayed > 0) notifyDone(t('done.replayedMany', { count: replayed }));
      if (failed > 0) notifyTrouble(t('done.failedMany', { count: failed }), t('done.failedAdvice'));
      if (error === undefined) onDone();
      else notifyProblem(error);
      await queryClient.invalidateQueries({ queryKey: queryKeys.quarantine.all });
    },
  });
  return { isPending: mutation.isPending, replay: (ids: readonly string[]) => mutation.mutate(ids) };
}

/** One piece after the other; what was replayed before a piece fails stays, and is counted. */
async function replayInPieces(ids: readonly string[]): Promise<Outcome> {
  const outcome: Outcome = { replayed: 0, failed: 0 };
  for (let start = 0; start < ids.length; start += PIECE) {
    const body = { ids: ids.slice(start, start + PIECE) };
    try {
      const { replayed, failed } = await answerOf(api.POST('/v1/quarantine/replay', { body }));
      outcome.replayed += replayed.length;
      outcome.failed += failed.length;
    } catch (error) {
      return { ...outcome, error };
    }
  }
  return outcome;
}
