import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCursorPages } from '../../../api/cursor-pages.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { usePendingUndo } from '../../../ui/undo.tsx';
import { connectionListQuery } from '../queries.ts';
import { ConnectionTable, ConnectionTableSkeleton } from './connection-table.tsx';

/** Every connection, newest first, and whether it works. */
export function ConnectionsPage() {
  const { t } = useTranslation(['connections', 'ui']);
  const { query, items } = useCursorPages(connectionListQuery);
  const removed = usePendingUndo();
  const shown = items.filter(({ id }) => !removed.has(id));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<NewConnectionButton />} />
      <Surface flush>
        <Loaded query={query} skeleton={<ConnectionTableSkeleton />}>
          {() =>
            shown.length === 0 ? (
              <EmptyState
                icon={IconPlugConnected}
                title={t('list.empty.title')}
                text={t('list.empty.text')}
                action={<NewConnectionButton />}
              />
            ) : (
              <ConnectionTable connections={shown} />
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

function NewConnectionButton() {
  const { t } = useTranslation('connections');
  return (
    <Button component={Link} to="/connections/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  );
}
