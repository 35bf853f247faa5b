import { useState } from 'react';
import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCursorPages } from '../../../api/cursor-pages.ts';
import { taskNamesQuery } from '../../../api/task-names.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { entryListQuery } from '../queries.ts';
import type { EntryFilter } from './entry-filter.ts';
import { EntryTable, EntryTableSkeleton } from './entry-table.tsx';
import { useReplayMany } from './use-replay-many.ts';

const route = getRouteApi('/signed-in/quarantine');

/** Requests that gave no lead: to be put right, or replayed as they are once the task has changed. */
export function QuarantinePage() {
  const { t } = useTranslation(['quarantine', 'ui']);
  const filter = route.useSearch();
  const { query, items } = useCursorPages(entryListQuery(filter));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const replaying = useReplayMany(() => setChosen([]));
  const isOpen = filter.status === undefined;
  const present = chosen.filter((id) => items.some((entry) => entry.id === id));
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          isOpen &&
          items.length > 0 && (
            <Button
              disabled={present.length === 0}
              loading={replaying.isPending}
              onClick={() => replaying.replay(present)}
            >
              {present.length === 0 ? t('list.replayChosen') : t('list.replay', { count: present.length })}
            </Button>
          )
        }
      />
      <Filters filter={filter} />
      <Surface flush>
        <Loaded query={query} skeleton={<EntryTableSkeleton />}>
          {() =>
            items.length === 0 ? (
              <EmptyState
                icon={IconShieldCheck}
                title={t(isOpen ? 'empty.title' : 'emptyReplayed.title')}
                text={t(isOpen ? 'empty.text' : 'emptyReplayed.text')}
              />
            ) : (
              <EntryTable entries={items} chosen={present} onChoose={isOpen ? setChosen : undefined} />
            )
          }
        </Loaded>
      </Surface>
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </>
  );
}

function Filters({ filter }: { filter: EntryFilter }) {
  const { t } = useTranslation('quarantine');
  const navigate = useNavigate();
  const names = useQuery(taskNamesQuery).data;
  const { task, status } = filter;
  const show = (search: EntryFilter) => void navigate({ to: '/quarantine', search, replace: true });
  return (
    <Group gap="sm" mb="md">
      <SegmentedControl
        aria-label={t('filters.status')}
        data={[
          { value: 'open', label: t('status.open') },
          { value: 'replayed', label: t('status.replayed') },
        ]}
        value={status ?? 'open'}
        onChange={(chosen) =>
          show({
            ...(task === undefined ? {} : { task }),
            ...(chosen === 'replayed' ? { status: 'replayed' } : {}),
          })
        }
      />
      <Select
        aria-label={t('filters.task')}
        placeholder={t('filters.anyTask')}
        data={[...(names ?? [])].map(([value, label]) => ({ value, label }))}
        value={task ?? null}
        onChange={(chosen) =>
          show({
            ...(chosen === null ? {} : { task: chosen }),
            ...(status === undefined ? {} : { status }),
          })
        }
        searchable
        limit={100}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearTask') }}
      />
    </Group>
  );
}
