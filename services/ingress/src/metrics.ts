import { intakeStatuses, metricNames } from '@taskhook/contracts';
import { createHttpMetrics, type HttpMetrics } from '@taskhook/http';
import type { Counter, Metrics } from '@taskhook/telemetry';

export interface IngressMetrics {
  http: HttpMetrics;
  /** Leads by the status that their sender was told. */
  leads: Counter;
}

export function createIngressMetrics(metrics: Metrics): IngressMetrics {
  const leads = metrics.counter({
    name: metricNames.leads,
    help: 'Leads by the status that their sender was told',
    labels: ['status'],
  });
  // A rate over a status that has not come yet is 0, not absent.
  for (const status of intakeStatuses) leads.inc({ status }, 0);
  return { http: createHttpMetrics(metrics), leads };
}
