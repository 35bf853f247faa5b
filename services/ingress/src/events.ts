import type { LeadAnswer } from '@taskhook/contracts';
import type { TaskhookError } from '@taskhook/errors';
import type { Refused } from '@taskhook/http';
import type { Logger } from '@taskhook/telemetry';
import type { Durability } from './durability.ts';
import type { IngressMetrics } from './metrics.ts';

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
