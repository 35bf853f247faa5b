import { metricNames } from '@taskhook/contracts';
import type { QueueStats } from '@taskhook/queue';
import type { Gauge, Metrics } from '@taskhook/telemetry';

/** A queue under the name of its channel, or `fetch` for that of the leads that are to be fetched. */
export interface WatchedQueue {
  channel: string;
  stats: () => Promise<QueueStats>;
}

/** The gauges of one scrape share what was read of Redis. */
const SHARED_MS = 500;

const countedStates = ['waiting', 'delayed', 'active', 'failed'] as const;
const backlogKinds = ['due', 'deferred'] as const;

/** Depth and age of the queues, read at each scrape. Queues that cannot be read have no value. */
export function createQueueGauges(metrics: Metrics, queues: readonly WatchedQueue[]): void {
  const read = sharedReading(queues);
  const gauge = (
    name: string,
    help: string,
    label: string | null,
    set: (target: Gauge, channel: string, stats: QueueStats) => void,
  ) => {
    metrics.gauge({
      name,
      help,
      labels: label === null ? ['channel'] : ['channel', label],
      async collect(this: Gauge) {
        this.reset();
        for (const [channel, stats] of await read()) set(this, channel, stats);
      },
    });
  };
  gauge(metricNames.queueDepth, 'Jobs in a queue, by state', 'state', (target, channel, stats) => {
    for (const state of countedStates) target.set({ channel, state }, stats[state]);
  });
  const backlog = 'Jobs that are due, and those that wait for their time on purpose';
  gauge(metricNames.queueBacklog, backlog, 'kind', (target, channel, stats) => {
    for (const kind of backlogKinds) target.set({ channel, kind }, stats[kind]);
  });
  const age = 'For how long the oldest job has been due and was not taken, 0 where none is due';
  gauge(metricNames.queueOldestAge, age, null, (target, channel, { oldestAgeSeconds }) => {
    target.set({ channel }, oldestAgeSeconds);
  });
}

type Reading = [channel: string, stats: QueueStats][];

function sharedReading(queues: readonly WatchedQueue[]) {
  let reading: Promise<Reading> = Promise.resolve([]);
  let readAt = Number.NEGATIVE_INFINITY;
  return (): Promise<Reading> => {
    if (performance.now() - readAt < SHARED_MS) return reading;
    readAt = performance.now();
    reading = Promise.all(
      queues.map(async ({ channel, stats }): Promise<Reading[number]> => [channel, await stats()]),
    ).catch(() => []);
    return reading;
  };
}
