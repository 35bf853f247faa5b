import type { LeadAnswer } from '@taskhook/contracts';
import type { TaskhookError } from '@taskhook/errors';
import type { Refused } from '@taskhook/http';
import type { Admitted } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Durability } from './durability.ts';
import type { InboundKind, InboundProvider, IngressMetrics } from './metrics.ts';

/** Which request of which task an event is about. */
export interface RequestFacts {
  request_id: string;
  task_id: string;
}

/** What happens in ingress, one function each: the log line and the metric move together. */
export interface IngressEvents {
  leadAnswered(facts: RequestFacts, answer: LeadAnswer): void;
  /** A sender made sure of the address, or tried to. */
  handshakeAnswered(facts: RequestFacts, status: number): void;
  /** A request did not show that it comes from the task's sender; nothing of it was kept. */
  senderRefused(facts: RequestFacts, reason: string): void;
  /** The store did not answer: the sender got 503. */
  unavailable(requestId: string, error: TaskhookError): void;
  /** A sender heard 429. Only counted: a flood must not become one of log lines. */
  limited(limit: 'address' | 'webhook'): void;
  /** The server turned somebody away. Only counted, for the same reason. */
  refused(what: Refused): void;
  /** The spool was opened, with what an earlier process has left in it. */
  spoolOpened(folder: string, entries: number): void;
  /** Leads go to the spool from now on. */
  redisAway(error: unknown): void;
  redisBack(): void;
  /** A lead, or an event, was written to the spool. */
  spooled(): void;
  /** Neither Redis nor the spool took a lead. */
  spoolRefused(): void;
  /** Redis has taken an entry of the spool. */
  drained(outcome: Admitted['status']): void;
  /** Redis refuses an entry for what it is; it stays in the spool. */
  spoolEntryRefused(runId: string, error: unknown): void;
  /** Entries that were sealed with a key that is not known; they stay in the spool. */
  spoolUnreadable(entries: number): void;
  /** A process that is no more has left entries. */
  spoolTakenOver(entries: number): void;
  /** A provider told of a message or of a reply, or somebody did in its name. */
  inboundTaken(provider: InboundProvider, kind: InboundKind): void;
  groupRetried(leads: number, error: unknown): void;
  durabilityRead(durability: Durability): void;
  /** Redis may drop leads now, though it would not when ingress started. */
  durabilityLost(error: TaskhookError): void;
}

export function createEvents(logger: Logger, metrics: IngressMetrics): IngressEvents {
  return {
    leadAnswered: (facts, { status, run_id, quarantine_id }) => {
      metrics.leads.inc({ status });
      logger.info('lead answered', { ...facts, status, run_id, quarantine_id });
    },
    handshakeAnswered: (facts, status) => logger.info('handshake answered', { ...facts, status }),
    senderRefused: (facts, reason) => logger.info('sender refused', { ...facts, reason }),
    unavailable: (requestId, error) =>
      logger.warn('lead could not be stored', { request_id: requestId, error }),
    limited: (limit) => metrics.refusals.inc({ reason: `${limit}_limit` }),
    refused: (what) => metrics.refusals.inc({ reason: what }),
    ...spoolEvents(logger, metrics),
    inboundTaken: (provider, kind) => {
      metrics.inbound.inc({ provider, kind });
      logger.info('inbound taken', { provider, kind });
    },
    groupRetried: (leads, error) => logger.warn('group is stored again', { leads, error }),
    durabilityRead: ({ level, meaning }) => {
      metrics.durability.reset();
      metrics.durability.set({ level }, 1);
      const good = level === 'fsync always' || level === 'unknown';
      logger[good ? 'info' : 'warn']('durability of accepted leads', { level, meaning });
    },
    durabilityLost: (error) => {
      metrics.durability.reset();
      logger.error('redis may drop leads', { error });
    },
  };
}

type SpoolEvents = Pick<
  IngressEvents,
  | 'spoolOpened'
  | 'redisAway'
  | 'redisBack'
  | 'spooled'
  | 'spoolRefused'
  | 'drained'
  | 'spoolEntryRefused'
  | 'spoolUnreadable'
  | 'spoolTakenOver'
>;

/** Single leads are only counted: while Redis is away there may be very many. */
function spoolEvents(logger: Logger, { spool }: IngressMetrics): SpoolEvents {
  return {
    spoolOpened: (folder, entries) => logger.info('spool opened', { folder, entries }),
    redisAway: (error) => {
      spool.redisAway.set(1);
      logger.warn('redis takes no leads, they go to the spool', { error });
    },
    redisBack: () => {
      spool.redisAway.set(0);
      logger.info('redis takes leads again');
    },
    spooled: () => spool.written.inc(),
    spoolRefused: () => spool.refused.inc(),
    drained: (outcome) => spool.drained.inc({ outcome }),
    spoolEntryRefused: (runId, error) =>
      logger.error('redis refuses an entry of the spool', { run_id: runId, error }),
    spoolUnreadable: (entries) =>
      logger.error('entries of the spool were sealed with a key that is not known', { entries }),
    spoolTakenOver: (entries) => logger.info('spool of an ended process is taken over', { entries }),
  };
}
