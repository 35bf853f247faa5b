import { lazy, Suspense } from 'react';
import { Box, Button, Group, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskRevision } from '../../../api/types.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { Time } from '../../../ui/time.tsx';
import { useTask } from '../page/task-context.ts';
import { revisionQuery } from '../queries.ts';
import { useRestore } from './use-restore.tsx';

const Diff = lazy(async () => ({ default: (await import('./diff.tsx')).Diff }));

/** A revision: when it was saved, what it changed, and the way back to it. */
export function RevisionItem({ revision: { revision, created_at, definition } }: { revision: TaskRevision }) {
  const { t } = useTranslation('tasks');
  const task = useTask();
  const [isOpen, { toggle }] = useDisclosure(false);
  const { restore, isPending } = useRestore();
  const isCurrent = revision === task.revision;
  const name = t('history.revision', { revision });
  return (
    <Surface>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <Text fw={600}>{name}</Text>
          {isCurrent && <StatusBadge tone="good">{t('history.now')}</StatusBadge>}
          <Text size="sm" c="dimmed">
            <Time iso={created_at} />
          </Text>
        </Group>
        <Group gap="md">
          <Button variant="transparent" px={0} onClick={toggle} aria-expanded={isOpen}>
            {t(isOpen ? 'history.hide' : 'history.changes')}
          </Button>
          {!isCurrent && (
            <Button
              variant="default"
              leftSection={<IconHistory size={16} aria-hidden />}
              loading={isPending}
              onClick={() => restore(revision)}
              aria-label={t('history.restoreOf', { revision })}
            >
              {t('history.restore')}
            </Button>
          )}
        </Group>
      </Group>
      {isOpen && (
        <Box mt="md">
          <Changes revision={revision} definition={definition} />
        </Box>
      )}
    </Surface>
  );
}

function Changes({ revision, definition }: Pick<TaskRevision, 'revision' | 'definition'>) {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  const query = useQuery({ ...revisionQuery(id, revision - 1), enabled: revision > 1 });
  if (revision === 1) return <Text c="dimmed">{t('history.first')}</Text>;
  const skeleton = <Skeleton height={160} />;
  return (
    <Loaded query={query} skeleton={skeleton}>
      {(before) => {
        const [was, is] = [before.definition, definition].map((one) => JSON.stringify(one, null, 2));
        if (was === is) return <Text c="dimmed">{t('history.nothing')}</Text>;
        return (
          <Suspense fallback={skeleton}>
            <Diff before={was ?? ''} after={is ?? ''} label={t('history.diffLabel', { revision })} />
          </Suspense>
        );
      }}
    </Loaded>
  );
}
