import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sample } from '../../../api/types.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { Time } from '../../../ui/time.tsx';
import { useSourceName } from '../../../ui/use-source-name.ts';
import classes from './sample-item.module.css';

/** A request that was caught: who it is taken for, whom it is about, and the way to its fields. */
export function SampleItem({ sample }: { sample: Sample }) {
  const { t } = useTranslation('tasks');
  const sourceName = useSourceName();
  const { lead, received_at, source, task_id, id } = sample;
  const known = [lead?.full_name, lead?.phone, lead?.email].filter((value) => typeof value === 'string');
  return (
    <li className={classes['item']}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <StatusBadge tone={lead === null ? 'waiting' : 'good'}>
            {t(lead === null ? 'listen.noLead' : 'listen.lead')}
          </StatusBadge>
          <Text size="sm" c="dimmed">
            {sourceName(source)} · <Time iso={received_at} relative />
          </Text>
        </Group>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {known.length > 0 ? known.join(' · ') : t('listen.incomplete')}
        </Text>
        <TextLink
          to="/tasks/$taskId/map"
          params={{ taskId: task_id }}
          search={{ sample: id }}
          size="sm"
          w="fit-content"
        >
          {t('listen.map')}
        </TextLink>
      </Stack>
    </li>
  );
}
