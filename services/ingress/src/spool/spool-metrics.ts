import { metricNames } from '@taskhook/contracts';
import type { Counter, Gauge, Metrics } from '@taskhook/telemetry';
import type { SpoolState } from './spool.ts';

export interface SpoolMetrics {
  /** 1 while Redis takes no leads. */
  redisAway: Gauge;
  written: Counter;
  refused: Counter;
  drained: Counter;
  /** Where the figures of the spool are read from, once there is one. */
  watch(read: () => SpoolState): void;
}

const EMPTY: SpoolState = { entries: 0, bytes: 0, oldestAt: null };
const outcomes = ['admitted', 'repeated', 'duplicate'] as const;

export function createSpoolMetrics(metrics: Metrics): SpoolMetrics {
  let read = (): SpoolState => EMPTY;
  const gauge = (name: string, help: string, value: (state: SpoolState) => number): void => {
    const made: Gauge = metrics.gauge({ name, help, collect: () => made.set(value(read())) });
  };
  gauge(metricNames.spoolEntries, 'Leads and events that wait on disk for Redis', ({ entries }) => entries);
  gauge(metricNames.spoolBytes, 'Size of what waits on disk for Redis', ({ bytes }) => bytes);
  gauge(metricNames.spoolOldestAge, 'Age of the oldest entry that waits on disk, 0 where none does', age);
  const drained = metrics.counter({
    name: metricNames.spoolDrained,
    help: 'Entries of the spool that Redis has taken, by what it found',
    labels: ['outcome'],
  });
  for (const outcome of outcomes) drained.inc({ outcome }, 0);
  const redisAway = metrics.gauge({
    name: metricNames.redisAway,
    help: '1 while Redis takes no leads and they go to the spool',
  });
  redisAway.set(0);
  return {
    redisAway,
    written: metrics.counter({
      name: metricNames.spoolWritten,
      help: 'Leads and events that were written to the spool',
    }),
    refused: metrics.counter({
      name: metricNames.spoolRefused,
      help: 'Leads and events that neither Redis nor the spool took',
    }),
    drained,
    watch: (reader) => {
      read = reader;
    },
  };
}

export const age = ({ oldestAt }: SpoolState): number =>
  oldestAt === null ? 0 : Math.max(0, (Date.now() - oldestAt) / 1_000);
