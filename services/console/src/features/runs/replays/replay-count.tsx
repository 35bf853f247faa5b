import { Group, Loader, Select, Stack, Text } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Replay, ReplayFilter } from '../../../api/types.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useReasonWords } from '../../../ui/run/use-reason-words.ts';
import { LeftOut } from './left-out.tsx';
import { replayCountQuery } from './queries.ts';
import { useFilterWords } from './use-filter-words.ts';

interface ReplayCountProps {
  filter: ReplayFilter;
  query: UseQueryResult<Replay>;
}

/** Which runs fit and how many they are, before anything starts. */
export function ReplayCount({ filter, query: { data, error, refetch } }: ReplayCountProps) {
  const { t } = useTranslation('runs');
  const restrictions = useFilterWords(filter);
  return (
    <Stack gap={4} aria-live="polite">
      <Text size="sm" c="dimmed">
        {restrictions.join(' · ')}
      </Text>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <Group gap="xs">
          <Loader size="sm" type="dots" aria-hidden />
          <Text>{t('bulk.counting')}</Text>
        </Group>
      )}
      {data !== undefined && (
        <>
          <Text fw={600} size="lg">
            {t(data.total_is_exact ? 'bulk.fit' : 'bulk.fitMany', { count: data.total })}
          </Text>
          <LeftOut counts={data.left_out} />
          <Text size="sm" c="dimmed">
            {t('bulk.once')}
          </Text>
        </>
      )}
    </Stack>
  );
}

interface ReasonSelectProps {
  wanted: ReplayFilter;
  respectsDedupe: boolean;
  value: string | null;
  onChange: (code: string | null) => void;
}

/** Narrows a replay to the runs that ended for one of the reasons that were counted. */
export function ReasonSelect({ wanted, respectsDedupe, value, onChange }: ReasonSelectProps) {
  const { t } = useTranslation('runs');
  const words = useReasonWords();
  const { data } = useQuery(replayCountQuery(wanted, respectsDedupe));
  const states: readonly string[] = wanted.status ?? [];
  // A run that ended without a reason is counted under its state.
  const reasons = (data?.reasons ?? []).filter(({ code }) => !states.includes(code));
  if (reasons.length === 0) return null;
  return (
    <Select
      label={t('bulk.reason')}
      placeholder={t('bulk.anyReason')}
      data={reasons.map(({ code, count }) => ({
        value: code,
        label: `${words({ code, message: code })} (${count})`,
      }))}
      value={value}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': t('bulk.anyReason') }}
    />
  );
}
