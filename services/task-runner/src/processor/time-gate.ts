import type { Reason } from '@taskhook/contracts';
import { expiresAt, firstStart, windowStart, type StepStart } from '../timing/step-start.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { firstDueAt } from './next-job.ts';
import { givesUpAt, tooOld } from './retry-plan.ts';
import { retryPolicy } from './retry-policy.ts';
import { timedStep } from './timed-step.ts';
import type { StepWork } from './step-work.ts';

/**
 * Holds an attempt until its time of day and its window, and none that has expired or is too old goes
 * any more. A retry waits for the window as the first attempt does.
 */
export const timeGate: Gate = {
  async ask(work) {
    const now = Date.now();
    const over = expiredAt(work, now) ?? tooOldAt(work, now);
    if (over !== undefined) return over;
    const start = await startOf(work, now);
    if (start.at <= now) return undefined;
    // What would be over by then is not waited for. The age of a step begins with its first attempt.
    const isRetry = work.job.attempts > 0;
    return expiredAt(work, start.at) ?? (isRetry ? tooOldAt(work, start.at) : undefined) ?? later(start);
  },
};

function startOf(work: StepWork, now: number): Promise<StepStart> {
  const timed = timedStep(work, work.job.step);
  return work.job.attempts === 0 ? firstStart(timed, firstDueAt(work.job), now) : windowStart(timed, now);
}

function later({ at, why }: StepStart): GateVerdict {
  return { kind: 'later', dueAt: at, reason: why === 'at' ? scheduled : outsideWindow, tell: true };
}

/** The verdicts on an attempt that would begin at a time, in milliseconds since 1970. */
function expiredAt({ job, step }: StepWork, time: number): GateVerdict | undefined {
  if (time < expiresAt(step.definition, job.received_at)) return undefined;
  return { kind: job.attempts === 0 ? 'skip' : 'fail', reason: expired };
}

function tooOldAt({ job, step }: StepWork, time: number): GateVerdict | undefined {
  const end = givesUpAt(job, retryPolicy(step.definition.retry));
  return end !== null && time > end ? { kind: 'fail', reason: tooOld(null) } : undefined;
}

/** Why a step waits for its time of day. */
export const scheduled: Reason = { code: 'at', message: 'It goes at the time of day that the step names.' };

/** Why a step waits for its window. */
export const outsideWindow: Reason = { code: 'window', message: 'It goes when its window is open.' };

const expired: Reason = { code: 'expired', message: 'The step has expired; it does not go so late.' };
