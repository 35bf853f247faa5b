import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconEraser, IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCursorPages } from '../../api/cursor-pages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Surface } from '../../ui/surface.tsx';
import { usePendingUndo } from '../../ui/undo.tsx';
import { AddModal } from './add-modal.tsx';
import { ImportModal } from './import-modal.tsx';
import { Lookup } from './lookup.tsx';
import { suppressionListQuery } from './queries.ts';
import { SuppressionTable, SuppressionTableSkeleton } from './suppression-table.tsx';
import classes from './suppressions-page.module.css';

/** Who is not written to, by any task: to look up, to add, to take a list in, and to remove. */
export function SuppressionsPage() {
  const { t } = useTranslation('suppressions');
  const [adding, add] = useDisclosure(false);
  const [importing, importList] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <div className={classes['actions']}>
            <Button
              component={Link}
              to="/erasures"
              variant="subtle"
              color="red"
              leftSection={<IconEraser size={16} aria-hidden />}
            >
              {t('erase')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
              onClick={importList.open}
            >
              {t('import.open')}
            </Button>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add.open}>
              {t('add.open')}
            </Button>
          </div>
        }
      />
      <Stack gap="lg">
        <Lookup />
        <SuppressionList />
      </Stack>
      <AddModal opened={adding} onClose={add.close} />
      <ImportModal opened={importing} onClose={importList.close} />
    </>
  );
}

function SuppressionList() {
  const { t } = useTranslation(['suppressions', 'ui']);
  const { query, items } = useCursorPages(suppressionListQuery);
  const lifted = usePendingUndo();
  const shown = items.filter(({ id }) => !lifted.has(id));
  return (
    <>
      <Surface flush>
        <Loaded query={query} skeleton={<SuppressionTableSkeleton />}>
          {() =>
            shown.length === 0 ? (
              <EmptyState icon={IconBan} title={t('empty.title')} text={t('empty.text')} />
            ) : (
              <SuppressionTable suppressions={shown} />
            )
          }
        </Loaded>
      </Surface>
      {query.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </>
  );
}
