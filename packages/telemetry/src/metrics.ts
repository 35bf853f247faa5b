import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricOptions {
  name: string;
  /** A sentence for the person who reads the dashboard. */
  help: string;
  /** Names of labels; each has a small, fixed set of values. */
  labels?: readonly string[];
}

/** The metrics of one service: one registry, so that two services in one process do not mix. */
export interface Metrics {
  counter(options: MetricOptions): Counter;
  gauge(options: MetricOptions & { collect?: () => void | Promise<void> }): Gauge;
  histogram(options: MetricOptions & { buckets: readonly number[] }): Histogram;
  /** All metrics in the text format of Prometheus, with its content type. */
  expose(): Promise<{ contentType: string; text: string }>;
  /** Names and help texts of what was made here, without those of the process. */
  described(): { name: string; help: string; type: string; labels: readonly string[] }[];
}

/** Times of a network call or a database write, in seconds. */
export const latencyBuckets = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
] as const;

export function createMetrics(options: { processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.processMetrics === true) collectDefaultMetrics({ register: registry });
  const made: { name: string; help: string; type: string; labels: readonly string[] }[] = [];
  const note = (type: string, { name, help, labels = [] }: MetricOptions) => {
    made.push({ name, help, type, labels });
    return { name, help, labelNames: [...labels], registers: [registry] };
  };
  return {
    counter: (metric) => new Counter(note('counter', metric)),
    gauge: ({ collect, ...metric }) =>
      new Gauge({ ...note('gauge', metric), ...(collect === undefined ? {} : { collect }) }),
    histogram: ({ buckets, ...metric }) =>
      new Histogram({ ...note('histogram', metric), buckets: [...buckets] }),
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    described: () => [...made],
  };
}

export type { Counter, Gauge, Histogram } from 'prom-client';
