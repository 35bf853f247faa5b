import { useEffect, useState } from 'react';
import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taskNamesQuery } from '../../../api/task-names.ts';
import { TimeRange } from './time-range.tsx';
import { periods, statuses, statusesOf, timesOf, type Period, type RunFilter } from './run-filter.ts';

/** The choice in place of a period that shows two moments. */
const BETWEEN = 'between';
const periodNames = Object.keys(periods) as Period[];

export type FilterChange = { readonly [K in keyof RunFilter]?: string | null };

interface RunFiltersProps {
  filter: RunFilter;
  /** Takes members of the filter as they change; null takes one away. */
  onChange: (changed: FilterChange) => void;
  onClear: () => void;
}

/** What the list is narrowed by. All of it is in the address, which can be kept and sent on. */
export function RunFilters({ filter, onChange, onClear }: RunFiltersProps) {
  const { t } = useTranslation('runs');
  const names = useQuery(taskNamesQuery).data;
  const isFiltered = Object.keys(filter).length > 0;
  const hasEnds = filter.from !== undefined || filter.to !== undefined;
  return (
    <Group gap="sm" mb="md" align="flex-end">
      <Search value={filter.q ?? ''} onSearch={(q) => onChange({ q })} />
      <Select
        aria-label={t('filters.task')}
        placeholder={t('filters.anyTask')}
        data={[...(names ?? [])].map(([value, label]) => ({ value, label }))}
        value={filter.task ?? null}
        onChange={(task) => onChange({ task })}
        searchable
        limit={100}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearTask') }}
        flex="1 1 10rem"
      />
      <MultiSelect
        aria-label={t('filters.status')}
        placeholder={filter.status === undefined ? t('filters.anyStatus') : ''}
        data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={statusesOf(filter.status ?? '')}
        onChange={(chosen) => onChange({ status: chosen.join(',') })}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearStatus') }}
        flex="1 1 11rem"
      />
      <Select
        aria-label={t('filters.period')}
        placeholder={t('filters.anyTime')}
        data={[
          ...periodNames.map((value) => ({ value, label: t(`filters.periods.${value}`) })),
          { value: BETWEEN, label: t('filters.between') },
        ]}
        value={filter.period ?? (hasEnds ? BETWEEN : null)}
        onChange={(chosen) =>
          onChange(
            chosen === BETWEEN
              ? { ...timesOf({ period: filter.period ?? 'day' }), period: null }
              : { period: chosen, from: null, to: null },
          )
        }
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearPeriod') }}
        flex="1 1 9rem"
      />
      {hasEnds && <TimeRange from={filter.from} to={filter.to} onChange={onChange} />}
      {isFiltered && (
        <Button variant="subtle" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      )}
    </Group>
  );
}

/** Searches when Enter is pressed or the field is left: only whole values are found. */
function Search({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation('runs');
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const search = () => {
    if (text.trim() !== value) onSearch(text);
  };
  return (
    <TextInput
      role="searchbox"
      aria-label={t('filters.search')}
      placeholder={t('filters.searchHint')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={search}
      onKeyDown={({ key }) => {
        if (key === 'Enter') search();
      }}
      flex="2 1 14rem"
    />
  );
}
