import { Button, Skeleton, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCursorPages } from '../../../api/cursor-pages.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { Time } from '../../../ui/time.tsx';
import { useTask } from '../page/task-context.ts';
import { revisionListQuery } from '../queries.ts';

/** Every revision of the task, the newest first. */
export function HistoryTab() {
  const { t } = useTranslation(['tasks', 'ui']);
  const { id } = useTask();
  const { query, items } = useCursorPages(revisionListQuery(id));
  return (
    <Surface flush>
      <Loaded query={query} skeleton={<Skeleton height={120} radius="lg" />}>
        {() => (
          <Table verticalSpacing="sm" horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('history.revision')}</Table.Th>
                <Table.Th>{t('history.saved')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ revision, created_at }) => (
                <Table.Tr key={revision}>
                  <Table.Td>{revision}</Table.Td>
                  <Table.Td>
                    <Time iso={created_at} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          m="sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </Surface>
  );
}
