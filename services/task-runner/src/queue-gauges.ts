import { metricNames, type Channel } from '@taskhook/contracts';
import type { LeadQueues, QueueStats } from '@taskhook/queue';
import type { Gauge, Metrics } from '@taskhook/telemetry';

/** Both gauges of one scrape share what was read of Redis. */
const SHARED_MS = 500;

const countedStates = ['waiting', 'delayed', 'active', 'failed'] as const;

/** Depth and age of the queues, read at each scrape. Queues that cannot be read have no value. */
export function createQueueGauges(
  metrics: Metrics,
  queues: Pick<LeadQueues, 'stats'>,
  channels: readonly Channel[],
): void {
  const read = sharedReading(queues, channels);
  metrics.gauge({
    name: metricNames.queueDepth,
    help: 'Steps in the queue of a channel, by state',
    labels: ['channel', 'state'],
    async collect(this: Gauge) {
      this.reset();
      for (const [channel, stats] of await read()) {
        for (const state of countedStates) this.set({ channel, state }, stats[state]);
      }
    },
  });
  metrics.gauge({
    name: metricNames.queueOldestAge,
    help: 'Age of the oldest step that waits to be taken, 0 where none waits',
    labels: ['channel'],
    async collect(this: Gauge) {
      this.reset();
      for (const [channel, stats] of await read()) this.set({ channel }, stats.oldestAgeSeconds);
    },
  });
}

type Reading = [Channel, QueueStats][];

function sharedReading(queues: Pick<LeadQueues, 'stats'>, channels: readonly Channel[]) {
  let reading: Promise<Reading> = Promise.resolve([]);
  let readAt = Number.NEGATIVE_INFINITY;
  return (): Promise<Reading> => {
    if (performance.now() - readAt < SHARED_MS) return reading;
    readAt = performance.now();
    reading = Promise.all(
      channels.map(async (channel): Promise<Reading[number]> => [channel, await queues.stats(channel)]),
    ).catch(() => []);
    return reading;
  };
}
