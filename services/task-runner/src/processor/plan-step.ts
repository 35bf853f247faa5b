import { durationMs, type Reason } from '@taskhook/contracts';
import { expiresAt, firstStart } from '../timing/step-start.ts';
import { outsideWindow, scheduled } from './time-gate.ts';
import { timedStep } from './timed-step.ts';
import type { StepWork } from './step-work.ts';

/** When the step after this one goes. Times in milliseconds since 1970. */
export interface StepPlan {
  /** When its wait is over. */
  due: number;
  /** When it goes. */
  at: number;
  /** Why it goes later than its wait says. */
  reason: Reason | null;
}

/**
 * The plan of a step that waits from now on. One that expires before it may go comes when its wait is
 * over, to be skipped; so does one that is only rehearsed, to be seen soon.
 */
export async function planStep(work: StepWork, index: number): Promise<StepPlan> {
  const { job, definition } = work;
  const timed = timedStep(work, index);
  const { step } = timed;
  const due = Date.now() + (step.wait === undefined ? 0 : durationMs(step.wait));
  const isRehearsal = job.test && definition.test_leads === 'preview';
  const { at, why } = isRehearsal ? { at: due, why: null } : await firstStart(timed, due, due);
  if (why === null || at >= expiresAt(step, job.received_at)) return { due, at: due, reason: null };
  return { due, at, reason: why === 'at' ? scheduled : outsideWindow };
}
