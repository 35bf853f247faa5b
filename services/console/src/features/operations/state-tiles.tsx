import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Operations } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { durabilityKey } from './durability.ts';
import { LedgerTile } from './ledger-tile.tsx';
import { sumOf } from './sum-of.ts';
import { Tile } from './tile.tsx';

type StateTilesProps = Pick<Operations, 'times' | 'points' | 'instances'>;

/** How fast it is, whether the work is done, and whether anything can be lost: a row each. */
export function StateTiles({ times, points, instances }: StateTilesProps) {
  const last = points.at(-1);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
      <SpeedTiles times={times} leads={last?.leads_per_second ?? 0} />
      <WorkTiles last={last} instances={instances} />
      <LedgerTile />
      <SafetyTiles instances={instances} />
    </SimpleGrid>
  );
}

/** A sender that waits longer may take its request for lost. */
const SLOW_ANSWER_SECONDS = 1;

function SpeedTiles({ times, leads }: Pick<Operations, 'times'> & { leads: number }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const time = (seconds: number | null) => (seconds === null ? '–' : format.duration(seconds * 1_000));
  const slow = (times.answer_p99 ?? 0) > SLOW_ANSWER_SECONDS;
  const halfOf = (seconds: number | null, of: 'touchNote' | 'answerNote') =>
    seconds === null ? t('tiles.noTimes') : t(`tiles.${of}`, { time: time(seconds) });
  return (
    <>
      <Tile label={t('tiles.leads')} value={format.number(leads)} note={t('tiles.leadsNote')} />
      <Tile
        label={t('tiles.answer')}
        value={time(times.answer_p99)}
        note={halfOf(times.answer_p50, 'answerNote')}
        trouble={slow ? t('tiles.answerSlow') : undefined}
      />
      <Tile
        label={t('tiles.touch')}
        value={time(times.first_touch_p99)}
        note={halfOf(times.first_touch_p50, 'touchNote')}
      />
    </>
  );
}

/** As the notices of the API have it. */
const LATE_SECONDS = 60;
const MUCH_LAG = 10_000;

interface WorkTilesProps extends Pick<Operations, 'instances'> {
  last: Operations['points'][number] | undefined;
}

function WorkTiles({ last, instances }: WorkTilesProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const workers = instances.filter(({ service }) => service === 'task-runner').length;
  const age = Math.max(0, ...Object.values(last?.channels ?? {}).map((one) => one.oldest_age_seconds));
  const lag = last?.run_log_lag ?? 0;
  return (
    <>
      <Tile
        label={t('tiles.due')}
        value={format.number(last === undefined ? 0 : sumOf(last, 'due'))}
        note={t('tiles.dueNote', { later: format.number(last === undefined ? 0 : sumOf(last, 'deferred')) })}
        trouble={age > LATE_SECONDS ? t('tiles.late', { time: format.duration(age * 1_000) }) : undefined}
      />
      <Tile
        label={t('tiles.workers')}
        value={format.number(workers)}
        note={t('tiles.workersNote')}
        trouble={workers === 0 ? t('tiles.noWorkers') : undefined}
      />
      <Tile
        label={t('tiles.lag')}
        value={format.number(lag)}
        note={t('tiles.lagNote')}
        trouble={lag > MUCH_LAG ? t('tiles.lagHigh') : undefined}
      />
    </>
  );
}

function SafetyTiles({ instances }: Pick<Operations, 'instances'>) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const spooled = instances.reduce((sum, { spool }) => sum + (spool?.entries ?? 0), 0);
  const durability = durabilityKey(instances);
  const advice = t(`durabilityAdvice.${durability}`);
  const isWeak = durability === 'memory' || durability === 'unknown';
  return (
    <>
      <Tile
        label={t('tiles.spool')}
        value={format.number(spooled)}
        note={t('tiles.spoolNote')}
        trouble={spooled > 0 ? t('tiles.spoolInUse') : undefined}
      />
      <Tile
        label={t('tiles.durability')}
        value={t(`durability.${durability}`)}
        note={advice}
        trouble={isWeak ? advice : undefined}
      />
    </>
  );
}
