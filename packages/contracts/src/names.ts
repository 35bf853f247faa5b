import type { Channel } from './step.ts';

/** The queue of a channel. */
export const queueName = (channel: Channel): string => `leads.${channel}`;

/** The name that every job carries. */
export const STEP_JOB = 'step';

/** Where a provider tells of messages and of replies, under the public address of ingress. */
export const inboundPath = (connectionId: string): string => `/inbound/${connectionId}`;

/** Where a person leaves the mails of an installation, under the public address of ingress. */
export const unsubscribePath = (token: string): string => `/unsubscribe/${token}`;

/** Headers, in the lower case in which Node gives them. */
export const headers = {
  requestId: 'x-request-id',
  idempotencyKey: 'idempotency-key',
  webhookId: 'webhook-id',
  webhookTimestamp: 'webhook-timestamp',
  webhookSignature: 'webhook-signature',
  /** Calls with a session's cookie that change something carry it: another site's form cannot. */
  console: 'x-taskhook-console',
} as const;

/** The cookie of a signed-in person. */
export const SESSION_COOKIE = 'taskhook_session';

/** Prometheus metrics. `docs/metrics.md` is held against what the services register. */
export const metricNames = {
  httpRequests: 'taskhook_http_requests_total',
  httpDuration: 'taskhook_http_request_duration_seconds',
  leads: 'taskhook_leads_total',
  inbound: 'taskhook_inbound_total',
  refusals: 'taskhook_ingress_refusals_total',
  durability: 'taskhook_durability_info',
  redisAway: 'taskhook_redis_away',
  spoolEntries: 'taskhook_spool_entries',
  spoolBytes: 'taskhook_spool_bytes',
  spoolOldestAge: 'taskhook_spool_oldest_age_seconds',
  spoolWritten: 'taskhook_spool_written_total',
  spoolDrained: 'taskhook_spool_drained_total',
  spoolRefused: 'taskhook_spool_refused_total',
  queueDepth: 'taskhook_queue_depth',
  queueBacklog: 'taskhook_queue_backlog',
  queueOldestAge: 'taskhook_queue_oldest_age_seconds',
  fetches: 'taskhook_fetches_total',
  breakerChanges: 'taskhook_breaker_changes_total',
  targetsDown: 'taskhook_targets_down',
  runsFinished: 'taskhook_runs_finished_total',
  attempts: 'taskhook_attempts_total',
  deferrals: 'taskhook_steps_deferred_total',
  workerStuck: 'taskhook_worker_stuck_seconds',
  workerRestarts: 'taskhook_worker_restarts_total',
  attemptDuration: 'taskhook_attempt_duration_seconds',
  firstTouch: 'taskhook_first_touch_seconds',
  dueLag: 'taskhook_step_due_lag_seconds',
  runLogLag: 'taskhook_runlog_lag_entries',
  runLogRecorded: 'taskhook_runlog_events_recorded_total',
  ledgerRuns: 'taskhook_ledger_runs',
  ledgerAccepted: 'taskhook_ledger_accepted_total',
  ledgerUnaccounted: 'taskhook_ledger_unaccounted_runs',
  ledgerDrift: 'taskhook_ledger_drift_total',
  retentionRemoved: 'taskhook_retention_removed_total',
  readModelRepairs: 'taskhook_read_model_repairs_total',
} as const;
