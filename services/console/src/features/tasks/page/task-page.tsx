import { useState, type ReactNode } from 'react';
import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../api/types.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { isMissing, Missing } from '../../../ui/missing.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useSourceName } from '../../../ui/use-source-name.ts';
import { DraftProvider } from '../draft/draft-provider.tsx';
import { SaveBar } from '../draft/save-bar.tsx';
import { TriedWithContext, type TriedWith } from '../preview/tried-with.ts';
import { taskQuery } from '../queries.ts';
import { TaskMenu } from '../task-menu.tsx';
import { TaskStatus } from '../task-status.tsx';
import { StatusButton } from './status-button.tsx';
import { TaskContext } from './task-context.ts';
import { TaskTabs } from './task-tabs.tsx';

const route = getRouteApi('/signed-in/tasks/$taskId');

/** A task: its head, and the tabs in the order in which people work. */
export function TaskPage() {
  const { taskId } = route.useParams();
  const query = useQuery(taskQuery(taskId));
  if (isMissing(query)) return <Missing what="task" />;
  return (
    <Loaded query={query} skeleton={<TaskSkeleton />}>
      {(task) => (
        <TaskContext value={task}>
          <TaskHeader task={task} />
          <TaskTabs taskId={taskId} />
          <TriedWithProvider key={taskId}>
            <DraftProvider>
              <Outlet />
              <SaveBar />
            </DraftProvider>
          </TriedWithProvider>
        </TaskContext>
      )}
    </Loaded>
  );
}

/** What the task is tried with stays while one goes from tab to tab. */
function TriedWithProvider({ children }: { children: ReactNode }) {
  const state = useState<TriedWith | null>(null);
  return <TriedWithContext value={state}>{children}</TriedWithContext>;
}

function TaskHeader({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const sourceName = useSourceName();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        back={<BackLink to="/tasks">{t('title')}</BackLink>}
        title={task.name}
        badge={<TaskStatus status={task.status} />}
        subtitle={
          <>
            {sourceName(task.source)} · {t('page.revision', { revision: task.revision })}
          </>
        }
        actions={
          <>
            <StatusButton task={task} />
            <TaskMenu task={task} onRemove={() => void navigate({ to: '/tasks' })} />
          </>
        }
      />
      {task.status === 'paused' && (
        <Alert color="yellow" icon={<IconPlayerPause aria-hidden />} mb="md" role="status">
          <Text size="sm">{t('page.pausedNote')}</Text>
        </Alert>
      )}
    </>
  );
}

function TaskSkeleton() {
  return (
    <Stack gap="sm">
      <Skeleton height={16} width={60} />
      <Skeleton height={28} width={260} />
      <Skeleton height={18} width={180} mb="xs" />
      <Skeleton height={40} mb="xs" />
      <Skeleton height={280} radius="lg" />
    </Stack>
  );
}
