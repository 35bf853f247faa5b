import { metricNames } from '@taskhook/contracts';
import { latencyBuckets, type Counter, type Gauge, type Histogram, type Metrics } from '@taskhook/telemetry';

export interface RunnerMetrics {
  runsFinished: Counter;
  attempts: Counter;
  deferrals: Counter;
  fetches: Counter;
  breakerChanges: Counter;
  attemptDuration: Histogram;
  firstTouch: Histogram;
  dueLag: Histogram;
  workerStuck: Gauge;
  workerRestarts: Counter;
}

/** From "at once" to hours of backlog, in seconds. */
const waitBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600];

export function createRunnerMetrics(metrics: Metrics): RunnerMetrics {
  return {
    runsFinished: metrics.counter({
      name: metricNames.runsFinished,
      help: 'Runs that came to an end, by final state',
      labels: ['status'],
    }),
    attempts: metrics.counter({
      name: metricNames.attempts,
      help: 'Attempts to deliver a step, by channel and outcome',
      labels: ['channel', 'outcome'],
    }),
    deferrals: metrics.counter({
      name: metricNames.deferrals,
      help: 'Attempts that were put off on purpose, by channel and reason',
      labels: ['channel', 'reason'],
    }),
    fetches: metrics.counter({
      name: metricNames.fetches,
      help: 'Tries to fetch a lead from its provider, by outcome',
      labels: ['provider', 'outcome'],
    }),
    breakerChanges: metrics.counter({
      name: metricNames.breakerChanges,
      help: 'Changes of connections and hosts that were found to fail (opened), to fail still (reopened) or to work again (closed)',
      labels: ['provider', 'change'],
    }),
    attemptDuration: metrics.histogram({
      name: metricNames.attemptDuration,
      help: 'Time that an attempt to deliver a step took',
      labels: ['channel'],
      buckets: latencyBuckets,
    }),
    firstTouch: metrics.histogram({
      name: metricNames.firstTouch,
      help: 'Time from the acceptance of a lead to its first delivered step; test leads are left out',
      buckets: waitBuckets,
    }),
    dueLag: metrics.histogram({
      name: metricNames.dueLag,
      help: 'Time from the moment a step was due to the moment it was taken',
      labels: ['channel'],
      buckets: waitBuckets,
    }),
    workerStuck: metrics.gauge({
      name: metricNames.workerStuck,
      help: 'How long due work has been waiting while the worker took none, 0 where it does its work',
      labels: ['worker'],
    }),
    workerRestarts: metrics.counter({
      name: metricNames.workerRestarts,
      help: 'Workers that were started anew since they took no due work',
      labels: ['worker'],
    }),
  };
}
