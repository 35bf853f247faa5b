import { durationMs, isFinal, type Attempt, type FetchJob, type RunStatus } from '@taskhook/contracts';
import type { BreakerChange, Target } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { FetchVerdict } from './fetcher/providers/provider.ts';
import type { RunnerMetrics } from './metrics.ts';
import type { RunIds, StepWork } from './processor/step-work.ts';

/** What is told of the runner's work: each event moves its metrics and writes its line, with ids only. */
export interface RunnerEvents {
  stepTaken(work: StepWork): void;
  attemptMade(work: StepWork, attempt: Attempt, status: RunStatus): void;
  stepSkipped(work: StepWork, status: RunStatus): void;
  /** A gate has put an attempt off; `code` is its reason. One that is not told of writes no line. */
  stepDeferred(work: StepWork, code: string, tell: boolean): void;
  /** A try to fetch a lead; `code` says why there is none. */
  fetchMade(job: FetchJob, outcome: FetchOutcome, code?: string): void;
  /** A connection or host was found to fail, to fail still, or to work again. */
  targetChanged(target: Target, change: NonNullable<BreakerChange>, code: string | null): void;
  /** What an attempt has shown could not be kept. */
  limitsFailed(error: unknown): void;
  runEnded(job: RunIds, status: RunStatus, code: string): void;
}

export type FetchOutcome = 'fetched' | FetchVerdict['outcome'];

export function createRunnerEvents(logger: Logger, metrics: RunnerMetrics): RunnerEvents {
  const countFinal = (status: RunStatus): void => {
    if (isFinal(status)) metrics.runsFinished.inc({ status });
  };
  return {
    stepTaken: (work) => metrics.dueLag.observe({ channel: channelOf(work) }, dueLagSeconds(work)),
    attemptMade: (work, attempt, status) => {
      const { n, outcome, duration_ms, status_code, error } = attempt;
      const channel = channelOf(work);
      metrics.attempts.inc({ channel, outcome });
      metrics.attemptDuration.observe({ channel }, duration_ms / 1_000);
      if (isFirstTouch(work, attempt)) metrics.firstTouch.observe(secondsSince(work.job.received_at));
      countFinal(status);
      const facts = { attempt: n, outcome, duration_ms, status_code, code: error?.code };
      logger.info('attempt made', { ...stepIds(work), ...facts, run_status: status });
    },
    stepSkipped: (work, status) => {
      countFinal(status);
      logger.info('step skipped', { ...stepIds(work), run_status: status });
    },
    stepDeferred: (work, code, tell) => {
      metrics.deferrals.inc({ channel: channelOf(work), reason: code });
      if (tell) logger.info('step put off', { ...stepIds(work), code });
    },
    fetchMade: (job, outcome, code) => {
      const { provider, attempts } = job;
      metrics.fetches.inc({ provider, outcome });
      logger.info('fetch made', { ...runIds(job), provider, attempt: attempts + 1, outcome, code });
    },
    targetChanged: ({ id, provider }, change, code) => {
      metrics.breakerChanges.inc({ provider, change });
      if (change === 'closed') logger.info('target works again', { target: id, provider });
      else logger.warn('target fails', { target: id, provider, change, code });
    },
    limitsFailed: (error) => logger.error('limits could not be kept', { error }),
    runEnded: (job, status, code) => {
      countFinal(status);
      logger.info('run ended without an attempt', { ...runIds(job), run_status: status, code });
    },
  };
}

const channelOf = ({ step }: StepWork) => step.definition.channel;

function runIds({ run_id, task_id, revision }: RunIds) {
  return { run_id, task_id, revision };
}

function stepIds(work: StepWork) {
  return { ...runIds(work.job), step: work.step.definition.id, channel: channelOf(work) };
}

/** The first step of a run is due when its wait after the lead's arrival is over. */
function dueLagSeconds({ job, definition }: StepWork): number {
  const wait = definition.steps[job.step]?.wait ?? '0s';
  return secondsSince(job.due_at ?? job.received_at + durationMs(wait));
}

function isFirstTouch({ job }: StepWork, { outcome }: Attempt): boolean {
  return outcome === 'delivered' && !job.delivered && !job.test;
}

function secondsSince(time: number): number {
  return Math.max(0, (Date.now() - time) / 1_000);
}
