import { Button, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCursorPages } from '../../../api/cursor-pages.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { useTask } from '../page/task-context.ts';
import { revisionListQuery } from '../queries.ts';
import { RevisionItem } from './revision-item.tsx';

/** Every revision of the task, the newest first, and what it changed. */
export function HistoryTab() {
  const { t } = useTranslation('ui');
  const { id } = useTask();
  const { query, items } = useCursorPages(revisionListQuery(id));
  return (
    <Loaded query={query} skeleton={<Skeleton height={240} radius="lg" />}>
      {() => (
        <Stack>
          <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((revision) => (
              <li key={revision.revision}>
                <RevisionItem revision={revision} />
              </li>
            ))}
          </Stack>
          {query.hasNextPage && (
            <Button
              variant="default"
              w="fit-content"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
