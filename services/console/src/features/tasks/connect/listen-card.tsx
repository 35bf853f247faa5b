import { Button, Group, Loader, Skeleton, Stack, Text } from '@mantine/core';
import { IconEar, IconPlayerStop } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../api/query-keys.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';
import { samplesQuery } from '../queries.ts';
import { useTaskEvents } from '../use-task-events.ts';
import { clockText, useSecondsUntil } from './countdown.ts';
import { SampleItem } from './sample-item.tsx';
import { useListening } from './use-listening.ts';

const SHOWN = 3;

/** Listens for what the sender sends, and shows it the moment it arrives. */
export function ListenCard() {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  const queryClient = useQueryClient();
  const query = useQuery(samplesQuery(id));
  const readAgain = () => void queryClient.invalidateQueries({ queryKey: queryKeys.tasks.samples(id) });
  useTaskEvents(id, { onSample: readAgain, onGap: readAgain });
  return (
    <Surface title={t('listen.title')} hint={t('listen.hint')}>
      <Loaded query={query} skeleton={<Skeleton height={36} />}>
        {({ listens_until, items }) => (
          <Stack>
            <ListenButton until={listens_until} />
            {items.length > 0 && (
              <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
                {items.slice(0, SHOWN).map((sample) => (
                  <SampleItem key={sample.id} sample={sample} />
                ))}
              </Stack>
            )}
          </Stack>
        )}
      </Loaded>
    </Surface>
  );
}

function ListenButton({ until }: { until: string | null }) {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  const { listen, stop, isPending } = useListening(id);
  const seconds = useSecondsUntil(until);
  if (seconds <= 0) {
    return (
      <Button
        leftSection={<IconEar size={16} aria-hidden />}
        loading={isPending}
        onClick={listen}
        w="fit-content"
      >
        {t('listen.start')}
      </Button>
    );
  }
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="xs" role="status">
        <Loader type="dots" size="sm" aria-hidden />
        <Text size="sm" fw={500}>
          {t('listen.running')}
        </Text>
        <Text size="sm" c="dimmed" role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {clockText(seconds)}
        </Text>
      </Group>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        loading={isPending}
        onClick={stop}
      >
        {t('listen.stop')}
      </Button>
    </Group>
  );
}
