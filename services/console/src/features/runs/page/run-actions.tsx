import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../api/types.ts';
import { useRunActions } from './use-run-actions.ts';

const ended: ReadonlySet<Run['status']> = new Set(['succeeded', 'failed', 'cancelled', 'skipped']);

/** Cancels a run that has not ended, or runs the lead of one that has again. */
export function RunActions({ run, isLeaving }: { run: Run; isLeaving: boolean }) {
  const { t } = useTranslation('runs');
  const { cancel, replay, isReplaying } = useRunActions(run.id);
  if (!ended.has(run.status)) {
    return (
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        onClick={cancel}
        disabled={isLeaving}
      >
        {t('actions.cancel')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          loading={isReplaying}
          leftSection={<IconRefresh size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('actions.replay')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => replay('current')}>{t('actions.replayCurrent')}</Menu.Item>
        <Menu.Item onClick={() => replay('pinned')}>
          {t('actions.replayPinned', { revision: run.task_revision })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
