import { useState } from 'react';
import { Grid, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useDraft } from '../draft/draft-context.ts';
import { LiveRun } from './live-run.tsx';
import { TestForm } from './test-form.tsx';

/** Sends a test lead the real way and shows what becomes of it while it happens. */
export function TestTab() {
  const { t } = useTranslation('tasks');
  const { isDirty } = useDraft();
  const [runId, setRunId] = useState<string | null>(null);
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Surface title={t('test.title')} hint={t('test.hint')}>
          {isDirty && (
            <Text size="sm" fw={500} mb="sm">
              {t('test.unsaved')}
            </Text>
          )}
          <TestForm onStarted={setRunId} />
        </Surface>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        {runId === null ? (
          <Surface>
            <EmptyState icon={IconSend} title={t('test.none.title')} text={t('test.none.text')} />
          </Surface>
        ) : (
          <LiveRun key={runId} id={runId} />
        )}
      </Grid.Col>
    </Grid>
  );
}
