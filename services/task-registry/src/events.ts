import type { LogFields, Logger } from '@taskhook/telemetry';
import type { LedgerState } from './figures/watch-ledger.ts';
import type { RegistryMetrics } from './metrics.ts';

/** Everything that happens in task-registry, told to the log and the metrics together. Ids only. */
export interface RegistryEvents {
  /** A call that may have changed something was answered. */
  apiCalled(facts: { request_id: string; operation: string }): void;
  signedIn(facts: { with: 'key' | 'link' }): void;
  signInRefused(facts: { with: 'key' | 'link' }): void;
  signedOut(): void;
  taskChanged(change: TaskChange, facts: { task_id: string; revision: number }): void;
  connectionChanged(change: ConnectionChange, facts: { connection_id: string }): void;
  suppressionsChanged(facts: { count: number; active: boolean }): void;
  runStarted(facts: { run_id: string; task_id: string; by: 'test' | 'replay' | 'quarantine' }): void;
  replayChanged(
    change: 'started' | 'stopped' | 'done',
    facts: { replay_id: string; total?: number; started?: number },
  ): void;
  erasureChanged(change: 'started' | 'done', facts: { erasure_id: string }): void;
  retentionSwept(removed: { runs: number; quarantine: number; samples: number }): void;
  runCancelled(facts: { run_id: string; task_id: string }): void;
  attemptResolved(facts: { run_id: string; task_id: string; step: string; outcome: string }): void;
  runReleased(facts: { run_id: string; task_id: string }): void;
  runRequeued(facts: { run_id: string; task_id: string }): void;
  quarantineReplayed(facts: { quarantine_id: string; task_id: string; run_ids: string[] }): void;
  /** Redis did not take a change that MongoDB has; the next check repairs it. */
  publishFailed(facts: { task_id?: string; connection_id?: string; error: unknown }): void;
  readModelRepaired(repairs: {
    tasks: number;
    webhooks: number;
    connections: number;
    suppressions: number;
  }): void;
  runLogRecorded(events: number): void;
  runLogUnreadable(ids: readonly string[]): void;
  /** Events that MongoDB cannot store in any form. */
  runLogRefused(ids: readonly string[]): void;
  runLogLag(entries: number): void;
  ledgerSeen: (state: LedgerState) => void;
  /** A count of the runs differed from the ledger. */
  ledgerCorrected(facts: { hour: string; drift: number }): void;
}

export type TaskChange =
  | 'created'
  | 'changed'
  | 'paused'
  | 'resumed'
  | 'deleted'
  | 'restored'
  | 'webhook rotated'
  | 'signing secret rotated'
  | 'listens'
  | 'stopped listening';

export type ConnectionChange = 'created' | 'changed' | 'deleted';

export function createRegistryEvents(logger: Logger, metrics: RegistryMetrics): RegistryEvents {
  const tell = (message: string) => (facts: LogFields) => logger.info(message, facts);
  return {
    apiCalled: tell('api call answered'),
    signedIn: tell('signed in'),
    signInRefused: (facts) => logger.warn('sign-in refused', facts),
    signedOut: () => logger.info('signed out'),
    taskChanged: (change, facts) => logger.info(`task ${change}`, facts),
    connectionChanged: (change, facts) => logger.info(`connection ${change}`, facts),
    suppressionsChanged: tell('suppressions changed'),
    runStarted: tell('run started'),
    replayChanged: (change, facts) => logger.info(`replay ${change}`, facts),
    erasureChanged: (change, facts) => logger.info(`erasure ${change}`, facts),
    retentionSwept: (removed) => {
      for (const [kind, count] of Object.entries(removed)) metrics.retentionRemoved.inc({ kind }, count);
      if (Object.values(removed).some((count) => count > 0))
        logger.info('removed for their age', { ...removed });
    },
    runCancelled: tell('run cancelled'),
    attemptResolved: tell('attempt resolved'),
    runReleased: tell('held run released'),
    runRequeued: (facts) => logger.warn('lost run queued again', facts),
    quarantineReplayed: tell('quarantined request replayed'),
    publishFailed: (facts) => logger.warn('read model not published', facts),
    readModelRepaired: (repairs) => {
      const count = repairs.tasks + repairs.webhooks + repairs.connections + repairs.suppressions;
      metrics.readModelRepairs.inc(count);
      if (count > 0) logger.info('read model repaired', repairs);
    },
    runLogRecorded: (events) => metrics.runLogRecorded.inc(events),
    runLogUnreadable: (ids) => logger.error('run log entries cannot be read', { ids }),
    runLogRefused: (ids) => logger.error('run log events cannot be stored', { ids }),
    runLogLag: (entries) => metrics.runLogLag.set(entries),
    ledgerSeen: ({ accepted, unaccounted, totals }) => {
      for (const [state, count] of Object.entries(totals.states)) metrics.ledgerRuns.set({ state }, count);
      metrics.ledgerAccepted.reset();
      metrics.ledgerAccepted.inc(accepted);
      metrics.ledgerUnaccounted.set(unaccounted);
    },
    ledgerCorrected: (facts) => {
      metrics.ledgerDrift.inc(facts.drift);
      logger.warn('ledger corrected', facts);
    },
  };
}
