import { Button } from '@mantine/core';
import { IconBolt, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCursorPages } from '../../../api/cursor-pages.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { usePendingUndo } from '../../../ui/undo.tsx';
import { taskListQuery } from '../queries.ts';
import { TaskTable, TaskTableSkeleton } from './task-table.tsx';

/** Every task, newest first. */
export function TasksPage() {
  const { t } = useTranslation(['tasks', 'ui']);
  const { query, items } = useCursorPages(taskListQuery);
  const removed = usePendingUndo();
  const shown = items.filter(({ id }) => !removed.has(id));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<NewTaskButton />} />
      <Surface flush>
        <Loaded query={query} skeleton={<TaskTableSkeleton />}>
          {() =>
            shown.length === 0 ? (
              <EmptyState
                icon={IconBolt}
                title={t('list.empty.title')}
                text={t('list.empty.text')}
                action={<NewTaskButton />}
              />
            ) : (
              <TaskTable tasks={shown} />
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

function NewTaskButton() {
  const { t } = useTranslation('tasks');
  return (
    <Button component={Link} to="/tasks/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  );
}
