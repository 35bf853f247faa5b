import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { undoable } from '../../ui/undo.tsx';

/** Lets an address be written to again when the time to undo has passed. */
export function useLift(): (id: string) => void {
  const { t } = useTranslation('suppressions');
  const queryClient = useQueryClient();
  const onError = useNotifyProblem();
  return (id) =>
    undoable({
      id,
      message: t('lifted'),
      act: async () => {
        await answerOf(api.DELETE('/v1/suppressions/{id}', { params: { path: { id } }, keepalive: true }));
        await queryClient.invalidateQueries({ queryKey: queryKeys.suppressions.all });
      },
      onError,
    });
}
