import { Anchor, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task, TaskStats } from '../../../api/types.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Time } from '../../../ui/time.tsx';
import { useSourceName } from '../../../ui/use-source-name.ts';
import { TaskMenu } from '../task-menu.tsx';
import { taskStatsQuery } from '../queries.ts';
import { TaskStatus } from '../task-status.tsx';
import { StatsCells } from './stats-cells.tsx';

const SKELETON_ROWS = 4;

export function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const stats = useQuery(taskStatsQuery).data;
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
      <Head />
      <Table.Tbody>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} stats={stats?.get(task.id)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function TaskTableSkeleton() {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" aria-hidden>
      <Head />
      <Table.Tbody>
        {Array.from({ length: SKELETON_ROWS }, (_, row) => (
          <Table.Tr key={row}>
            <Table.Td>
              <Skeleton height={18} width="60%" my={2} />
              <Skeleton height={14} width="30%" mt={6} mb={2} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Head() {
  const { t } = useTranslation(['tasks', 'ui']);
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('list.name')}</Table.Th>
        <Table.Th>{t('list.state')}</Table.Th>
        <Table.Th visibleFrom="xs" ta="right">
          {t('list.today')}
        </Table.Th>
        <Table.Th visibleFrom="sm" ta="right">
          {t('list.success')}
        </Table.Th>
        <Table.Th visibleFrom="sm">{t('list.day')}</Table.Th>
        <Table.Th visibleFrom="lg">{t('list.changed')}</Table.Th>
        <Table.Th w={1}>
          <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function TaskRow({ task, stats }: { task: Task; stats: TaskStats | undefined }) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const sourceName = useSourceName();
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/tasks/${task.id}`} fw={550} c="var(--mantine-color-text)">
          {task.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {sourceName(task.source)}
        </Text>
        <Text size="sm" c="dimmed" hiddenFrom="xs">
          {t('list.today')}: {format.number(stats?.leads_today ?? 0)}
        </Text>
      </Table.Td>
      <Table.Td>
        <TaskStatus status={task.status} />
      </Table.Td>
      <StatsCells stats={stats} />
      <Table.Td visibleFrom="lg">
        <Time iso={task.updated_at} relative />
      </Table.Td>
      <Table.Td>
        <TaskMenu task={task} />
      </Table.Td>
    </Table.Tr>
  );
}
