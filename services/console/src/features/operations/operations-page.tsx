import { lazy, Suspense, useState } from 'react';
import { Button, SegmentedControl, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { IconActivity, IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { InstanceTable } from './instance-table.tsx';
import { operationsQuery, type Range } from './queries.ts';
import { StateTiles } from './state-tiles.tsx';

const Charts = lazy(() => import('./charts.tsx').then(({ Charts: component }) => ({ default: component })));
const CHARTS = 8;

/** How the installation did over the last hour or day, and how it is now. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const [range, setRange] = useState<Range>('1h');
  const query = useQuery(operationsQuery(range));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<QueuesLink />} />
      <Loaded query={query} skeleton={<ChartsSkeleton />}>
        {({ times, points, instances }) => (
          <Stack gap="lg">
            <StateTiles times={times} points={points} instances={instances} />
            <SegmentedControl
              w="fit-content"
              aria-label={t('range.label')}
              value={range}
              onChange={(value) => setRange(value === '24h' ? '24h' : '1h')}
              data={[
                { value: '1h', label: t('range.1h') },
                { value: '24h', label: t('range.24h') },
              ]}
            />
            {points.length === 0 ? (
              <EmptyState icon={IconActivity} title={t('empty.title')} text={t('empty.text')} />
            ) : (
              <Suspense fallback={<ChartsSkeleton />}>
                <Charts points={points} />
              </Suspense>
            )}
            <InstanceTable instances={instances} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

/** bull-board, which task-registry serves beside the console. */
function QueuesLink() {
  const { t } = useTranslation('operations');
  return (
    <Button component="a" href="/bull/" variant="default" leftSection={<IconStack2 size={16} aria-hidden />}>
      {t('queues')}
    </Button>
  );
}

function ChartsSkeleton() {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {Array.from({ length: CHARTS }, (_, chart) => (
        <Skeleton key={chart} height={340} radius="lg" />
      ))}
    </SimpleGrid>
  );
}
