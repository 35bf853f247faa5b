import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { Task } from '../../api/types.ts';
import { notifyDone } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { undoable } from '../../ui/undo.tsx';

export interface TaskActions {
  /** While a pause or a resume is on its way. */
  isSwitching: boolean;
  pause: () => void;
  resume: () => void;
  /** Makes a copy with an address of its own, and opens it. */
  duplicate: () => void;
  /** Deletes it when the time to undo has passed; `usePendingUndo` tells of it until then. */
  remove: () => void;
}

/** What can be done to a task wherever it is shown; each tells what it did. */
export function useTaskActions(task: Task): TaskActions {
  const { t } = useTranslation('tasks');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notifyProblem = useNotifyProblem();
  const path = { params: { path: { id: task.id } } };
  const keep = (changed: Task) => {
    queryClient.setQueryData(queryKeys.tasks.one(changed.id), changed);
    return queryClient.invalidateQueries({ queryKey: queryKeys.tasks.all });
  };
  const switching = useMutation({
    mutationFn: (to: Task['status']) =>
      answerOf(
        to === 'paused' ? api.POST('/v1/tasks/{id}/pause', path) : api.POST('/v1/tasks/{id}/resume', path),
      ),
    onSuccess: (changed) => {
      notifyDone(t(changed.status === 'paused' ? 'done.paused' : 'done.resumed', { name: changed.name }));
      return keep(changed);
    },
    onError: notifyProblem,
  });
  const copying = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/tasks/{id}/duplicate', path)),
    onSuccess: async (copy) => {
      notifyDone(t('done.duplicated', { name: copy.name }));
      await keep(copy);
      await navigate({ to: '/tasks/$taskId', params: { taskId: copy.id } });
    },
    onError: notifyProblem,
  });
  return {
    isSwitching: switching.isPending,
    pause: () => switching.mutate('paused'),
    resume: () => switching.mutate('active'),
    duplicate: () => copying.mutate(),
    remove: () =>
      undoable({
        id: task.id,
        message: t('done.deleted', { name: task.name }),
        act: async () => {
          await answerOf(api.DELETE('/v1/tasks/{id}', { ...path, keepalive: true }));
          await queryClient.invalidateQueries({ queryKey: queryKeys.tasks.all });
        },
        onError: notifyProblem,
      }),
  };
}
