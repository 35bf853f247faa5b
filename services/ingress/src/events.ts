import type { LeadAnswer } from '@taskhook/contracts';
import type { TaskhookError } from '@taskhook/errors';
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
  groupRetried(leads: number, error: unknown): void;
  /** Harmless but for a sender's retry, which then waits until the claim is taken for abandoned. */
  claimsUnconfirmed(claims: number, error: unknown): void;
  durabilityRead(durability: Durability): void;
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
    groupRetried: (leads, error) => logger.warn('group is stored again', { leads, error }),
    claimsUnconfirmed: (claims, error) => logger.warn('claims stay unconfirmed', { claims, error }),
    durabilityRead: ({ level, meaning }) => {
      const good = level === 'fsync always' || level === 'unknown';
      logger[good ? 'info' : 'warn']('durability of accepted leads', { level, meaning });
    },
  };
}
