import { Group, Loader, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Erasure } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { isMissing, Missing } from '../../ui/missing.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Surface } from '../../ui/surface.tsx';
import { Time } from '../../ui/time.tsx';
import { erasureQuery } from './queries.ts';
import { Remains } from './remains.tsx';

const route = getRouteApi('/signed-in/erasures/$erasureId');

/** What became of an erasure; its address can be kept, since it names nobody. */
export function ReportPage() {
  const { t } = useTranslation('erasures');
  const { erasureId } = route.useParams();
  const query = useQuery(erasureQuery(erasureId));
  if (isMissing(query)) return <Missing what="erasure" />;
  const isDone = query.data?.status === 'done';
  return (
    <>
      <PageHeader
        back={<BackLink to="/suppressions">{t('back')}</BackLink>}
        title={t('report.title')}
        subtitle={t('report.subtitle')}
        badge={
          query.data !== undefined && (
            <StatusBadge tone={isDone ? 'good' : 'busy'}>{t(`report.${query.data.status}`)}</StatusBadge>
          )
        }
      />
      <Loaded query={query} skeleton={<Skeleton height={320} />}>
        {(erasure) => (
          <Surface title={t('report.found')}>
            <Stack>
              <Progress erasure={erasure} />
              <Counts erasure={erasure} />
              <Remains />
            </Stack>
          </Surface>
        )}
      </Loaded>
    </>
  );
}

function Progress({ erasure: { id, phase, created_at, finished_at } }: { erasure: Erasure }) {
  const { t } = useTranslation('erasures');
  return (
    <Stack gap={4}>
      <Group gap="xs" role="status">
        {phase !== null && <Loader size="sm" type="dots" aria-hidden />}
        <Text fw={600}>{phase === null ? t('report.all') : t(`phases.${phase}`)}</Text>
      </Group>
      <Group gap="xs">
        <Text size="sm" c="dimmed" component="span">
          <Time iso={finished_at ?? created_at} /> · {id}
        </Text>
        <CopyButton value={id} label={t('report.copy')} />
      </Group>
    </Stack>
  );
}

function Counts({ erasure: { counts, redis_disk, mongodb_disk } }: { erasure: Erasure }) {
  const { t } = useTranslation('erasures');
  const format = useFormat();
  const of = (found: number, lookedAt: number) =>
    t('report.of', { found: format.number(found), lookedAt: format.number(lookedAt) });
  const rows = [
    [t('report.runs'), of(counts.runs_overwritten, counts.runs_looked_at)],
    [t('report.cancelled'), format.number(counts.runs_cancelled)],
    [t('report.jobs'), of(counts.jobs_removed, counts.jobs_looked_at)],
    [t('report.quarantine'), of(counts.quarantine_overwritten, counts.quarantine_looked_at)],
    [t('report.samples'), of(counts.samples_removed, counts.samples_looked_at)],
    [t('report.keys'), format.number(counts.redis_keys_removed)],
    [t('report.redisDisk'), t(`disk.${redis_disk}`)],
    [t('report.mongodbDisk'), t(`disk.${mongodb_disk}`)],
  ] as const;
  return (
    <Table variant="vertical" layout="auto">
      <Table.Tbody>
        {rows.map(([what, value]) => (
          <Table.Tr key={what}>
            <Table.Th scope="row">{what}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
