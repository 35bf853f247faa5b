import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { useTask } from '../page/task-context.ts';
import { lastLeadsQuery, samplesQuery } from '../queries.ts';
import { fromValue, toValue, useChosen } from './tried-with.ts';
import { useTriedWith } from './use-tried-with.ts';

/** Chooses what the task is tried with. */
export function TriedWithSelect() {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const { id } = useTask();
  const [, choose] = useChosen();
  const triedWith = useTriedWith();
  const samples = useQuery(samplesQuery(id)).data?.items ?? [];
  const runs = useQuery(lastLeadsQuery(id)).data ?? [];
  const label = (name: string | null | undefined, at: string) =>
    `${name ?? t('triedWith.noName')} · ${format.relative(at)}`;
  const groups = [
    {
      group: t('triedWith.samples'),
      items: samples.map((sample) => ({
        value: `sample:${sample.id}`,
        label: label(sample.lead?.full_name, sample.received_at),
      })),
    },
    {
      group: t('triedWith.runs'),
      items: runs.map((run) => ({
        value: `run:${run.id}`,
        label: label(run.lead?.full_name, run.received_at),
      })),
    },
    { group: t('triedWith.other'), items: [{ value: 'made-up', label: t('triedWith.madeUp') }] },
  ];
  return (
    <Select
      label={t('triedWith.label')}
      data={groups.filter(({ items }) => items.length > 0)}
      value={triedWith === undefined ? null : toValue(triedWith)}
      onChange={(value) => choose(value === null ? null : fromValue(value))}
      allowDeselect={false}
    />
  );
}
