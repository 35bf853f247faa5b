import { Anchor, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../api/types.ts';
import { Time } from '../../../ui/time.tsx';
import { TaskMenu } from '../task-menu.tsx';
import { TaskStatus } from '../task-status.tsx';
import { useSourceName } from '../use-source-name.ts';

const SKELETON_ROWS = 4;

export function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
      <Head />
      <Table.Tbody>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
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
        <Table.Th visibleFrom="md">{t('list.changed')}</Table.Th>
        <Table.Th w={1}>
          <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function TaskRow({ task }: { task: Task }) {
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
      </Table.Td>
      <Table.Td>
        <TaskStatus status={task.status} />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <Time iso={task.updated_at} relative />
      </Table.Td>
      <Table.Td>
        <TaskMenu task={task} />
      </Table.Td>
    </Table.Tr>
  );
}
