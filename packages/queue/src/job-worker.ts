import { DelayedError, UnrecoverableError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Validation } from '@taskhook/contracts';
import type { Logger } from '@taskhook/telemetry';
import { createShareReleaser } from './admission/share-releaser.ts';
import { machineBackoff } from './backoff.ts';
import type { QueueKeys } from './keys.ts';
import { createStallBackoff } from './stall-backoff.ts';

/** What becomes of a job: it is done, or it comes again at `dueAt` (milliseconds since 1970) as `job`. */
export type JobVerdict<J> = { done: true } | { done: false; dueAt: number; job: J };

export interface JobWorkerOptions<J> {
  /** A connection of its own with the purpose `block`, which stays the caller's to close. */
  redis: Redis;
  queue: QueueKeys;
  /** Whether the data of a job is one. */
  check: (data: unknown) => Validation<J>;
  concurrency: number;
  /** Milliseconds after which a job of a dead worker is taken by another. */
  lockMs: number;
  logger: Logger;
  /**
   * Works on a job. May run twice for the same job, when its worker dies or loses Redis. What it
   * throws is a fault of the machinery: the job comes again, later each time.
   */
  process: (job: J, signal: AbortSignal) => Promise<JobVerdict<J>>;
  /** A job was given up: it kept failing, or kept bringing its worker down. */
  abandoned: (job: J, cause: Error) => Promise<void>;
}

export interface JobWorker {
  running(): boolean;
  progress(): WorkerProgress;
  /** Aborts the signal of every job that is being worked on. */
  abort(): void;
  /** Takes no more jobs and waits for those that run. */
  close(): Promise<void>;
}

/** What a worker has done, by the clock of `performance.now()`. */
export interface WorkerProgress {
  /** When a job was last taken or done with; -Infinity before the first. */
  lastAt: number;
  /** Whether it works on as many jobs as it may. */
  full: boolean;
}

/** After an error of Redis; BullMQ's own pause of 15 seconds would keep steps waiting after an outage. */
const RETRY_MS = 1_000;

/** A job that brings its worker down this often is given up. A stall is not an attempt. */
const MAX_STALLS = 20;

export function startJobWorker<J extends { task_id: string }>(options: JobWorkerOptions<J>): JobWorker {
  const { prefix, name } = options.queue;
  const shares = createShareReleaser(options.redis, options.queue);
  const watch = watchProgress(options.concurrency);
  const stallWait = createStallBackoff();
  const processor = async (job: Job, token?: string, signal?: AbortSignal): Promise<void> => {
    watch.taken();
    try {
      const waitMs = stallWait(job);
      if (waitMs !== undefined) return await delay(job, Date.now() + waitMs, token);
      const verdict = await options.process(
        validJob(job, options.check),
        signal ?? new AbortController().signal,
      );
      if (!verdict.done) await postpone(job, verdict, token);
    } finally {
      watch.done();
    }
  };
  const worker = new Worker(name, processor, {
    connection: options.redis,
    prefix,
    concurrency: options.concurrency,
    lockDuration: options.lockMs,
    stalledInterval: options.lockMs,
    maxStalledCount: MAX_STALLS,
    runRetryDelay: RETRY_MS,
    settings: { backoffStrategy: machineBackoff },
  });
  worker.on('error', (error) => options.logger.warn('worker error', { queue: name, error }));
  worker.on('completed', (job: Job<J>) => shares.left(job.data.task_id));
  worker.on('failed', (job: Job<J> | undefined, error) => {
    if (job?.finishedOn !== undefined) shares.left(job.data.task_id);
    void tellAbandoned(options, job, error);
  });
  return {
    running: () => worker.isRunning(),
    progress: watch.progress,
    abort: () => worker.cancelAllJobs(),
    close: async () => {
      await worker.close();
      await shares.close();
    },
  };
}

function watchProgress(concurrency: number) {
  let lastAt = Number.NEGATIVE_INFINITY;
  let active = 0;
  const step = (change: number): void => {
    active += change;
    lastAt = performance.now();
  };
  return {
    taken: () => step(1),
    done: () => step(-1),
    progress: (): WorkerProgress => ({ lastAt, full: active >= concurrency }),
  };
}

function validJob<J>(job: Job, check: (data: unknown) => Validation<J>): J {
  const result = check(job.data);
  if (result.ok) return result.value;
  throw new UnrecoverableError('invalid_job');
}

/** The new data goes in first: a crash between the two makes the job stall, and it comes again as it is. */
async function postpone<J>(
  job: Job,
  verdict: JobVerdict<J> & { done: false },
  token?: string,
): Promise<never> {
  await job.updateData(verdict.job);
  return delay(job, verdict.dueAt, token);
}

/** Gives a job back until a moment in milliseconds since 1970. */
async function delay(job: Job, until: number, token?: string): Promise<never> {
  await job.moveToDelayed(until, token);
  throw new DelayedError();
}

async function tellAbandoned<J>(
  options: JobWorkerOptions<J>,
  job: Job | undefined,
  error: Error,
): Promise<void> {
  const attemptsLeft = job !== undefined && job.finishedOn === undefined;
  const data = job === undefined ? undefined : options.check(job.data);
  const facts = { queue: options.queue.name, job_id: job?.id, error };
  if (attemptsLeft) return options.logger.warn('job hit a fault and comes again', facts);
  options.logger.error('job was given up', facts);
  if (data?.ok === true) await options.abandoned(data.value, error).catch(() => undefined);
}
