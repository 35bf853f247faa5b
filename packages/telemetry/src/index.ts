export { createLogger, logLevels, silentLogger } from './logger.ts';
export type { LogFields, Logger, LoggerOptions, LogLevel, ProcessLogger } from './logger.ts';
export { createMetrics, latencyBuckets } from './metrics.ts';
export type { Counter, Gauge, Histogram, MetricOptions, Metrics } from './metrics.ts';
