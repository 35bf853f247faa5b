import '@mantine/charts/styles.css';
import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Operations } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ChartCard } from './chart-card.tsx';
import type { Series } from './series.ts';
import { sumOf } from './sum-of.ts';

type Point = Operations['points'][number];

/** The accent as a line: lighter on the dark theme. */
const ACCENT = 'var(--accent-color)';

const channels = ['whatsapp', 'sms', 'email', 'http', 'preview'] as const;
const channelColors = [ACCENT, 'blue.6', 'yellow.7', 'grape.6', 'var(--mantine-color-dimmed)'] as const;
const outcomes = ['delivered', 'retry', 'throttled', 'rejected', 'unknown'] as const;
const outcomeColors = [ACCENT, 'yellow.7', 'blue.6', 'red.6', 'grape.6'] as const;

/** The figures over time, each with the table that it was drawn from. */
export function Charts({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('operations');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {useCharts().map(([name, series, show]) => (
        <ChartCard
          key={name}
          title={t(`charts.${name}.title`)}
          hint={t(`charts.${name}.hint`)}
          points={points}
          series={series}
          show={show}
        />
      ))}
    </SimpleGrid>
  );
}

/** What each chart shows, and how a value of it is written. */
function useCharts(): [ChartName, readonly Series<Point>[], (value: number) => string][] {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const seconds = (value: number) => format.duration(value * 1_000);
  const count = (value: number) => format.number(value);
  const byChannel = useChannelSeries();
  const attempts = outcomes.map((outcome, i) => ({
    label: t(`outcomes.${outcome}`),
    color: outcomeColors[i] ?? 'gray.6',
    of: (point: Point) => point.attempts[outcome],
  }));
  const leads = {
    label: t('series.leads'),
    color: ACCENT,
    of: (point: Point) => point.leads_per_second,
  };
  const touches = [
    { label: t('series.p50'), color: ACCENT, of: (point: Point) => point.first_touch_p50 },
    { label: t('series.p99'), color: 'yellow.7', of: (point: Point) => point.first_touch_p99 },
  ];
  const answers = [
    { label: t('series.p50'), color: ACCENT, of: (point: Point) => point.answer_p50 },
    { label: t('series.p99'), color: 'yellow.7', of: (point: Point) => point.answer_p99 },
  ];
  const backlog = [
    { label: t('series.due'), color: 'yellow.7', of: (point: Point) => sumOf(point, 'due') },
    {
      label: t('series.deferred'),
      color: ACCENT,
      of: (point: Point) => sumOf(point, 'deferred'),
    },
  ];
  const lag = {
    label: t('series.lag'),
    color: ACCENT,
    of: (point: Point) => point.run_log_lag,
  };
  return [
    ['leads', [leads], count],
    ['answer', answers, seconds],
    ['touch', touches, seconds],
    ['backlog', backlog, count],
    ['due', byChannel('due'), count],
    ['age', byChannel('oldest_age_seconds'), seconds],
    ['attempts', attempts, count],
    ['lag', [lag], count],
  ];
}

type ChartName = 'leads' | 'answer' | 'touch' | 'backlog' | 'due' | 'age' | 'attempts' | 'lag';
type ChannelFigure = 'due' | 'oldest_age_seconds';

function useChannelSeries() {
  const { t } = useTranslation('operations');
  return (figure: ChannelFigure): Series<Point>[] =>
    channels.map((channel, i) => ({
      label: t(`channels.${channel}`),
      color: channelColors[i] ?? 'gray.6',
      of: (point) => point.channels[channel][figure],
    }));
}
