import { Button, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import { useTask } from '../page/task-context.ts';
import { useKeepTask } from '../use-save-task.ts';

/** Gives the task another address. What becomes of the old one is told before. */
export function RotateButton() {
  const { t } = useTranslation('tasks');
  const [opened, { toggle, close }] = useDisclosure(false);
  const { mutate, isPending } = useRotate(close);
  return (
    <Popover
      opened={opened}
      onChange={close}
      width={300}
      position="bottom-end"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={toggle}
          aria-expanded={opened}
        >
          {t('connect.rotate')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('connect.rotate')}>
        <Stack gap="sm">
          <Text size="sm">{t('connect.rotateHint')}</Text>
          <Button loading={isPending} onClick={() => mutate()}>
            {t('connect.rotateNow')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function useRotate(close: () => void) {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  const keep = useKeepTask();
  const notifyProblem = useNotifyProblem();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/v1/tasks/{id}/rotate-webhook', { params: { path: { id } } })),
    onSuccess: (task) => {
      close();
      notifyDone(t('connect.rotated'));
      return keep(task);
    },
    onError: notifyProblem,
  });
}
