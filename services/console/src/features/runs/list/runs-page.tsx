import { useCallback } from 'react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowUp, IconFilterOff, IconRefresh, IconTimeline } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCursorPages } from '../../../api/cursor-pages.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { runListQuery } from '../queries.ts';
import { ReplayDialog } from '../replays/replay-dialog.tsx';
import { ReplaysPanel } from '../replays/replays-panel.tsx';
import { readFilter, type RunFilter } from './run-filter.ts';
import { RunFilters, type FilterChange } from './run-filters.tsx';
import { RunList, RunListSkeleton } from './run-list.tsx';
import { useLiveRuns } from './use-live-runs.ts';
import classes from './run-list.module.css';

const route = getRouteApi('/signed-in/runs');

/** Every run, newest first, as it happens. */
export function RunsPage() {
  const { t } = useTranslation('runs');
  const filter = route.useSearch();
  const navigate = useNavigate();
  // What is changed while another change is on its way comes on top of that.
  const change = (changed: FilterChange) =>
    void navigate({ to: '/runs', search: (before) => readFilter({ ...before, ...changed }), replace: true });
  const clear = () => void navigate({ to: '/runs', search: {}, replace: true });
  const [replaying, replay] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={replay.open}>
            {t('bulk.open')}
          </Button>
        }
      />
      <ReplaysPanel />
      <RunFilters filter={filter} onChange={change} onClear={clear} />
      <Runs key={JSON.stringify(filter)} filter={filter} onClear={clear} />
      <ReplayDialog filter={filter} opened={replaying} onClose={replay.close} />
    </>
  );
}

function Runs({ filter, onClear }: { filter: RunFilter; onClear: () => void }) {
  const { query, items } = useCursorPages(runListQuery(filter));
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = query;
  const live = useLiveRuns(filter, data, isFetching);
  const isStuck = error !== null;
  const onMore = useCallback(() => {
    if (!isFetching && !isStuck) void fetchNextPage();
  }, [isFetching, isStuck, fetchNextPage]);
  // Only the page that failed is asked for again.
  const again = data === undefined ? refetch : fetchNextPage;
  return (
    <>
      <NewRuns count={live.count} isMany={live.isMany} onShow={live.show} />
      <Surface flush>
        <Loaded query={{ data, error, isPending, refetch: again }} skeleton={<RunListSkeleton />}>
          {() =>
            items.length === 0 ? (
              <NoRuns isFiltered={Object.keys(filter).length > 0} onClear={onClear} />
            ) : (
              <RunList runs={items} hasMore={hasNextPage} onMore={onMore} />
            )
          }
        </Loaded>
      </Surface>
    </>
  );
}

interface NewRunsProps {
  count: number;
  isMany: boolean;
  onShow: () => void;
}

/** Says how many runs came while the reader was further down, and leads up to them. */
function NewRuns({ count, isMany, onShow }: NewRunsProps) {
  const { t } = useTranslation('runs');
  if (count === 0 && !isMany) return null;
  const show = () => {
    onShow();
    window.scrollTo({ top: 0 });
  };
  return (
    <Button
      className={classes['pill'] ?? ''}
      radius="xl"
      size="xs"
      leftSection={<IconArrowUp size={14} aria-hidden />}
      onClick={show}
      aria-live="polite"
    >
      {isMany ? t('list.manyNew') : t('list.new', { count })}
    </Button>
  );
}

function NoRuns({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation('runs');
  if (!isFiltered) return <EmptyState icon={IconTimeline} title={t('empty.title')} text={t('empty.text')} />;
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('list.noneFits.title')}
      text={t('list.noneFits.text')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      }
    />
  );
}
