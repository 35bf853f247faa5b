import { useState } from 'react';
import { Alert, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunFilter } from '../list/run-filter.ts';
import { toReplayFilter } from './replay-filter.ts';
import { ReplayForm } from './replay-form.tsx';

interface ReplayDialogProps {
  filter: RunFilter;
  opened: boolean;
  onClose: () => void;
}

/** Runs the leads of all ended runs of a list again, after it has told how many these are. */
export function ReplayDialog({ filter, opened, onClose }: ReplayDialogProps) {
  const { t } = useTranslation(['runs', 'ui']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('bulk.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Content filter={filter} onClose={onClose} />
    </Modal>
  );
}

function Content({ filter, onClose }: Omit<ReplayDialogProps, 'opened'>) {
  const { t } = useTranslation('runs');
  const [wanted] = useState(() => toReplayFilter(filter));
  if (typeof wanted === 'string') {
    return (
      <Alert color="gray" title={t(`bulk.obstacles.${wanted}.title`)}>
        {t(`bulk.obstacles.${wanted}.text`)}
      </Alert>
    );
  }
  return (
    <Stack>
      <Text>{t('bulk.what')}</Text>
      <ReplayForm wanted={wanted} onStarted={onClose} />
    </Stack>
  );
}
