import { progressOrder, type Reason, type StepJob } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { ProcessorDeps } from './deps.ts';
import { endRun } from './end-run.ts';

/**
 * Ends the run of a job that was given up. The order is past a success of the step that was recorded
 * when the next one could not be queued, and before the outcome of the next one.
 */
export async function abandonStep(
  deps: Pick<ProcessorDeps, 'runLog' | 'events'>,
  job: StepJob,
  cause: Error,
): Promise<void> {
  const order = progressOrder(job.step + 1, 0, 'running');
  await endRun(deps, job, { status: 'failed', order, reason: abandonReason(cause) });
}

/** Why a job was given up. */
export function abandonReason(cause: Error): Reason {
  if (cause instanceof TaskhookError) return { code: cause.code, message: cause.message };
  // BullMQ's own words for a job that lost its worker too many times.
  if (cause.message.includes('stalled')) {
    return { code: 'worker_lost', message: 'The step brought its worker down too many times.' };
  }
  return { code: 'internal_error', message: 'The step kept failing for a fault inside.' };
}
