import { useTranslation } from 'react-i18next';
import { IconBolt } from '@tabler/icons-react';
import { useCursorPages } from '../../../api/cursor-pages.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { taskListQuery } from '../queries.ts';
import { TaskTable, TaskTableSkeleton } from './task-table.tsx';

/** Every task, newest first. */
export function TasksPage() {
  const { t } = useTranslation('tasks');
  const { query, items } = useCursorPages(taskListQuery);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Surface flush>
        <Loaded query={query} skeleton={<TaskTableSkeleton />}>
          {() =>
            items.length === 0 ? (
              <EmptyState icon={IconBolt} title={t('list.empty.title')} text={t('list.empty.text')} />
            ) : (
              <TaskTable tasks={items} />
            )
          }
        </Loaded>
      </Surface>
    </>
  );
}
