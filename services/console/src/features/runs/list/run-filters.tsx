import { useEffect, useState } from 'react';
import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taskNamesQuery } from '../queries.ts';
import { periods, readFilter, statuses, statusesOf, type RunFilter } from './run-filter.ts';

interface RunFiltersProps {
  filter: RunFilter;
  onChange: (filter: RunFilter) => void;
}

/** What the list is narrowed by. All of it is in the address, which can be kept and sent on. */
export function RunFilters({ filter, onChange }: RunFiltersProps) {
  const { t } = useTranslation('runs');
  const names = useQuery(taskNamesQuery).data;
  const change = (changed: Record<keyof RunFilter, string | null> | object) =>
    onChange(readFilter({ ...filter, ...changed }));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Group gap="sm" mb="md" align="flex-end">
      <Search value={filter.q ?? ''} onSearch={(q) => change({ q })} />
      <Select
        aria-label={t('filters.task')}
        placeholder={t('filters.anyTask')}
        data={[...(names ?? [])].map(([value, label]) => ({ value, label }))}
        value={filter.task ?? null}
        onChange={(task) => change({ task })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearTask') }}
        flex="1 1 10rem"
      />
      <MultiSelect
        aria-label={t('filters.status')}
        placeholder={filter.status === undefined ? t('filters.anyStatus') : ''}
        data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={statusesOf(filter.status ?? '')}
        onChange={(chosen) => change({ status: chosen.join(',') })}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearStatus') }}
        flex="1 1 11rem"
      />
      <Select
        aria-label={t('filters.period')}
        placeholder={t('filters.anyTime')}
        data={Object.keys(periods).map((value) => ({
          value,
          label: t(`filters.periods.${value as keyof typeof periods}`),
        }))}
        value={filter.period ?? null}
        onChange={(period) => change({ period })}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearPeriod') }}
        flex="1 1 9rem"
      />
      {isFiltered && (
        <Button variant="subtle" onClick={() => onChange({})}>
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
