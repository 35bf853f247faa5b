import { metricNames } from '@taskhook/contracts';
import type { Counter, Gauge, Metrics } from '@taskhook/telemetry';

export interface RegistryMetrics {
  runLogLag: Gauge;
  runLogRecorded: Counter;
  readModelRepairs: Counter;
}

export function createRegistryMetrics(metrics: Metrics): RegistryMetrics {
  return {
    runLogLag: metrics.gauge({
      name: metricNames.runLogLag,
      help: 'Entries of the run log that are not in MongoDB yet',
    }),
    runLogRecorded: metrics.counter({
      name: metricNames.runLogRecorded,
      help: 'Events of the run log that were written to MongoDB',
    }),
    readModelRepairs: metrics.counter({
      name: metricNames.readModelRepairs,
      help: 'Tasks, webhook addresses, connections and suppressions in Redis that differed from MongoDB and were repaired',
    }),
  };
}
