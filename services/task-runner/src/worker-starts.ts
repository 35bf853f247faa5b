import { startFetchWorker, startStepWorker, type RedisKeys } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Config } from './config.ts';
import { abandonFetch } from './fetcher/abandon-fetch.ts';
import type { FetcherDeps } from './fetcher/deps.ts';
import { runFetch } from './fetcher/run-fetch.ts';
import { abandonStep } from './processor/abandon-step.ts';
import type { ProcessorDeps } from './processor/deps.ts';
import { runStep } from './processor/run-step.ts';
import type { WorkerStart } from './workers.ts';

export interface WorkerParts {
  config: Config;
  logger: Logger;
  keys: RedisKeys;
  processor: ProcessorDeps;
  fetcher: FetcherDeps;
}

/** A worker for each channel, and one for the fetches. */
export function workerStarts({ config, logger, keys, processor, fetcher }: WorkerParts): WorkerStart[] {
  const common = { keys, lockMs: config.lockDuration, logger };
  const steps = config.channels.map((channel): WorkerStart => ({
    name: channel,
    start: (redis) =>
      startStepWorker({
        ...common,
        redis,
        channel,
        concurrency: config.concurrency,
        process: (job, signal) => runStep(processor, job, signal),
        abandoned: (job, cause) => abandonStep(processor, job, cause),
      }),
  }));
  const fetches: WorkerStart = {
    name: 'fetch',
    start: (redis) =>
      startFetchWorker({
        ...common,
        redis,
        concurrency: config.fetchConcurrency,
        process: (job, signal) => runFetch(fetcher, job, signal),
        abandoned: (job, cause) => abandonFetch(fetcher, job, cause),
      }),
  };
  return config.fetch ? [...steps, fetches] : steps;
}
