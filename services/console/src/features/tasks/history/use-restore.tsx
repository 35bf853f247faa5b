import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { notifyDone, showToast } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import { useTask } from '../page/task-context.ts';
import { useKeepTask } from '../use-save-task.ts';

const SHOWN_MS = 10_000;

/** Makes an old revision the task again, and offers to take that back. */
export function useRestore() {
  const { t } = useTranslation(['tasks', 'ui']);
  const { id, revision: current } = useTask();
  const keep = useKeepTask();
  const onError = useNotifyProblem();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (revision: number) =>
      answerOf(
        api.POST('/v1/tasks/{id}/revisions/{revision}/restore', { params: { path: { id, revision } } }),
      ),
    onSuccess: keep,
  });
  const restore = (revision: number, back = current) => {
    mutateAsync(revision).then((task) => {
      if (task.revision === back) return notifyDone(t('history.same', { revision }));
      return offerUndo(t('history.restored', { revision }), t('ui:undo'), () => restore(back, task.revision));
    }, onError);
  };
  return { restore: (revision: number) => restore(revision), isPending };
}

function offerUndo(message: string, label: string, undo: () => void): void {
  const id = `restored ${message}`;
  const act = () => {
    notifications.hide(id);
    undo();
  };
  showToast({
    id,
    color: 'petrol',
    autoClose: SHOWN_MS,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button size="xs" variant="default" onClick={act}>
          {label}
        </Button>
      </Group>
    ),
  });
}
