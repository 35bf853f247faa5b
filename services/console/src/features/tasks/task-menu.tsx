import { ActionIcon, Menu } from '@mantine/core';
import { IconCopyPlus, IconDots, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../api/types.ts';
import { useTaskActions } from './use-task-actions.tsx';

interface TaskMenuProps {
  task: Task;
  /** Called when the task is on its way to be deleted: its own page has then to be left. */
  onRemove?: () => void;
}

/** Everything that can be done to a task, behind one button. */
export function TaskMenu({ task, onRemove }: TaskMenuProps) {
  const { t } = useTranslation('tasks');
  const { pause, resume, duplicate, remove } = useTaskActions(task);
  const isActive = task.status === 'active';
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions.menu', { name: task.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={
            isActive ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />
          }
          onClick={isActive ? pause : resume}
        >
          {t(isActive ? 'actions.pause' : 'actions.resume')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopyPlus size={16} aria-hidden />} onClick={duplicate}>
          {t('actions.duplicate')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => {
            remove();
            onRemove?.();
          }}
        >
          {t('actions.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
