import { metricNames } from '@taskhook/contracts';
import type { DownTargets } from '@taskhook/queue';
import type { Gauge, Metrics } from '@taskhook/telemetry';

/** The connections and hosts that fail, read at each scrape. It has no value while Redis cannot be read. */
export function createTargetGauge(metrics: Metrics, read: () => Promise<DownTargets[]>): void {
  metrics.gauge({
    name: metricNames.targetsDown,
    help: 'Connections, and hosts that tasks call (http), whose steps wait since they fail, by state; every runner says the same',
    labels: ['provider', 'state'],
    async collect(this: Gauge) {
      this.reset();
      for (const { provider, state, count } of await read().catch(() => [])) {
        this.set({ provider, state }, count);
      }
    },
  });
}
