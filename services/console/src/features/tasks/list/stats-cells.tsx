import { Table, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TaskStats } from '../../../api/types.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Sparkline } from '../../../ui/sparkline.tsx';

const NO_HOURS: readonly number[] = Array.from({ length: 24 }, () => 0);

/** Leads of today, how many succeeded, and the last 24 hours. Without figures there were no leads. */
export function StatsCells({ stats }: { stats: TaskStats | undefined }) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const hours = stats?.leads_per_hour ?? NO_HOURS;
  const total = hours.reduce((sum, leads) => sum + leads, 0);
  const rate = stats?.success_rate ?? null;
  return (
    <>
      <Table.Td visibleFrom="xs" ta="right">
        {format.number(stats?.leads_today ?? 0)}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {rate === null ? <NoRate label={t('list.noneFinished')} /> : format.percent(rate)}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Sparkline
          values={hours}
          label={t('list.sparkline', {
            total: format.number(total),
            peak: format.number(Math.max(...hours)),
          })}
        />
      </Table.Td>
    </>
  );
}

function NoRate({ label }: { label: string }) {
  return (
    <>
      <Text c="dimmed" span aria-hidden>
        –
      </Text>
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  );
}
