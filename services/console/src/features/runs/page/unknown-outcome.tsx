import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Run, RunStep } from '../../../api/types.ts';
import { usePendingUndo } from '../../../ui/undo.tsx';
import { resolveKey, useRunActions } from './use-run-actions.ts';

/** Asks what became of a message of which nobody has told: only a person can find out, at the provider or by asking. */
export function UnknownOutcome({ run, step }: { run: Run; step: RunStep }) {
  const { t } = useTranslation('runs');
  const { resolve } = useRunActions(run.id);
  const isLeaving = usePendingUndo().has(resolveKey(run.id, step.id));
  const last = step.attempts.at(-1);
  if (last?.outcome !== 'unknown' || last.resolution !== undefined || run.status === 'cancelled') return null;
  return (
    <Alert color="yellow" title={t('unknown.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('unknown.text')}</Text>
        <Group gap="xs">
          <Button size="xs" disabled={isLeaving} onClick={() => resolve(step.id, 'delivered')}>
            {t('unknown.delivered')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={isLeaving}
            onClick={() => resolve(step.id, 'not_delivered')}
          >
            {t('unknown.notDelivered')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
