import { metricNames } from '@taskhook/contracts';
import type { Counter, Gauge, Metrics } from '@taskhook/telemetry';

export interface RegistryMetrics {
  runLogLag: Gauge;
  runLogRecorded: Counter;
  readModelRepairs: Counter;
  ledgerRuns: Gauge;
  ledgerAccepted: Counter;
  ledgerUnaccounted: Gauge;
  ledgerDrift: Counter;
  retentionRemoved: Counter;
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
    ledgerRuns: metrics.gauge({
      name: metricNames.ledgerRuns,
      help: 'Runs in MongoDB by what became of them, each replica tells all',
      labels: ['state'],
    }),
    ledgerAccepted: metrics.counter({
      name: metricNames.ledgerAccepted,
      help: 'Runs that Redis has taken since the installation began, each replica tells all',
    }),
    ledgerUnaccounted: metrics.gauge({
      name: metricNames.ledgerUnaccounted,
      help: 'Runs that were accepted and are not in MongoDB though the run log of that moment is',
    }),
    ledgerDrift: metrics.counter({
      name: metricNames.ledgerDrift,
      help: 'By how much counts of the runs have corrected the ledger',
    }),
    retentionRemoved: metrics.counter({
      name: metricNames.retentionRemoved,
      help: 'Runs, quarantined requests and samples that were removed for their age',
      labels: ['kind'],
    }),
    readModelRepairs: metrics.counter({
      name: metricNames.readModelRepairs,
      help: 'Tasks, webhook addresses, connections and suppressions in Redis that differed from MongoDB and were repaired',
    }),
  };
}
