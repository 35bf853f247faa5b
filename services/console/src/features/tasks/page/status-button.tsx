import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../api/types.ts';
import { useTaskActions } from '../use-task-actions.tsx';

/** Pauses an active task, resumes a paused one. */
export function StatusButton({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const { pause, resume, isSwitching } = useTaskActions(task);
  const isActive = task.status === 'active';
  return (
    <Button
      variant={isActive ? 'default' : 'filled'}
      loading={isSwitching}
      leftSection={
        isActive ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />
      }
      onClick={isActive ? pause : resume}
    >
      {t(isActive ? 'actions.pause' : 'actions.resume')}
    </Button>
  );
}
