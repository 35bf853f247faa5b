import { intakeStatuses, metricNames } from '@taskhook/contracts';
import { createHttpMetrics, type HttpMetrics } from '@taskhook/http';
import type { Counter, Gauge, Metrics } from '@taskhook/telemetry';
import { createSpoolMetrics, type SpoolMetrics } from './spool/spool-metrics.ts';

export interface IngressMetrics {
  http: HttpMetrics;
  /** Leads by the status that their sender was told. */
  leads: Counter;
  /** Who was turned away before a lead was looked at. */
  refusals: Counter;
  /** What providers told of messages and replies. */
  inbound: Counter;
  /** 1 for the level that holds; none while Redis has not been asked, or may drop leads. */
  durability: Gauge;
  spool: SpoolMetrics;
}

/** `unmatched` is a receipt of a message that is none of ours, `refused` a request that is not signed. */
export const inboundKinds = ['receipt', 'reply', 'stop', 'start', 'unmatched', 'refused'] as const;
export type InboundKind = (typeof inboundKinds)[number];
export type InboundProvider = 'twilio' | 'whatsapp' | 'email';

const refusalReasons = ['connection', 'request', 'slow_request', 'address_limit', 'webhook_limit'] as const;

export function createIngressMetrics(metrics: Metrics): IngressMetrics {
  const leads = metrics.counter({
    name: metricNames.leads,
    help: 'Leads by the status that their sender was told',
    labels: ['status'],
  });
  // A rate over a status that has not come yet is 0, not absent.
  for (const status of intakeStatuses) leads.inc({ status }, 0);
  const refusals = metrics.counter({
    name: metricNames.refusals,
    help: 'Connections and requests turned away by a limit, before a lead was looked at',
    labels: ['reason'],
  });
  for (const reason of refusalReasons) refusals.inc({ reason }, 0);
  const durability = metrics.gauge({
    name: metricNames.durability,
    help: 'What an answer of 200 is worth, by how Redis keeps its data: 1 for the level that holds',
    labels: ['level'],
  });
  const inbound = metrics.counter({
    name: metricNames.inbound,
    help: 'What providers told of messages and of replies',
    labels: ['provider', 'kind'],
  });
  return {
    http: createHttpMetrics(metrics),
    leads,
    refusals,
    inbound,
    durability,
    spool: createSpoolMetrics(metrics),
  };
}
