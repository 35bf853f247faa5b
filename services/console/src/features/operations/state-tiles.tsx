import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Operations } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Surface } from '../../ui/surface.tsx';
import { durabilityKey } from './durability.ts';
import { ledgerQuery } from './queries.ts';

type StateTilesProps = Pick<Operations, 'points' | 'instances'>;

/** How it is now, in figures. */
export function StateTiles({ points, instances }: StateTilesProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const last = points.at(-1);
  const touch = last?.first_touch_p99 ?? null;
  const workers = instances.filter(({ service }) => service === 'task-runner').length;
  const spooled = instances.reduce((sum, { spool }) => sum + (spool?.entries ?? 0), 0);
  const durability = durabilityKey(instances);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <Tile label={t('tiles.leads')} value={format.number(last?.leads_per_second ?? 0)} />
      <Tile label={t('tiles.touch')} value={touch === null ? '–' : format.duration(touch * 1_000)} />
      <Tile
        label={t('tiles.workers')}
        value={format.number(workers)}
        trouble={workers === 0 ? t('tiles.noWorkers') : undefined}
      />
      <LedgerTile />
      <Tile
        label={t('tiles.spool')}
        value={format.number(spooled)}
        trouble={spooled > 0 ? t('tiles.spoolInUse') : undefined}
      />
      <Tile label={t('tiles.lag')} value={format.number(last?.run_log_lag ?? 0)} />
      <Tile label={t('tiles.durability')} value={t(`durability.${durability}`)} />
    </SimpleGrid>
  );
}

/** Whether every lead that was accepted is somewhere. */
function LedgerTile() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { data } = useQuery(ledgerQuery);
  const missing = data?.unaccounted ?? 0;
  return (
    <Tile
      label={t('tiles.ledger')}
      value={data === undefined ? '–' : format.number(data.accepted)}
      note={data?.balanced === true ? t('tiles.balanced') : undefined}
      trouble={missing > 0 ? t('tiles.missing', { count: missing }) : undefined}
    />
  );
}

interface TileProps {
  label: string;
  value: string;
  note?: string | undefined;
  trouble?: string | undefined;
}

function Tile({ label, value, note, trouble }: TileProps) {
  return (
    <Surface>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
      {trouble !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)">
          {trouble}
        </Text>
      )}
      {trouble === undefined && note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </Surface>
  );
}
