import type { StepJob, StepResult } from '@taskhook/contracts';

/** The job of the step after this one, which is due when its wait is over and goes `at` a time since 1970. */
export function jobOfNextStep(
  job: StepJob,
  earlier: StepResult[],
  { due, at }: { due: number; at: number },
): StepJob {
  const {
    deferrals: _deferrals,
    turns: _turns,
    first_due_at: _first,
    tried_from: _from,
    asked: _asked,
    resolved: _resolved,
    ...kept
  } = job;
  return {
    ...kept,
    step: job.step + 1,
    attempts: 0,
    delivered: earlier.includes('delivered'),
    earlier,
    due_at: at,
    ...(at === due ? {} : { first_due_at: due }),
  };
}

/** The job of the next attempt of the same step. */
export function jobOfNextAttempt(job: StepJob, dueAt: number): StepJob {
  const { deferrals: _deferrals, turns: _turns, asked: _asked, ...kept } = job;
  return { ...kept, tried_from: triedFrom(job), attempts: job.attempts + 1, due_at: dueAt };
}

/** The same attempt at a later time. */
export function jobPutOff(job: StepJob, dueAt: number, deferrals: number): StepJob {
  return { ...job, first_due_at: firstDueAt(job), due_at: dueAt, ...(deferrals > 0 ? { deferrals } : {}) };
}

/**
 * When the step was due before anything put it off, in milliseconds since 1970. The job of a run's first
 * step may come without a due time.
 */
export function firstDueAt({ first_due_at, due_at, received_at }: StepJob): number {
  return first_due_at ?? due_at ?? received_at;
}

/** When the first attempt was to be made, in milliseconds since 1970. */
export function triedFrom({ tried_from, due_at, received_at }: StepJob): number {
  return tried_from ?? due_at ?? received_at;
}

/** How the steps before this one ended. A job of an earlier version tells of all of them together alone. */
export function resultsBefore({ step, earlier = [], delivered }: StepJob): StepResult[] {
  const unknown = delivered ? 'delivered' : 'skipped';
  return Array.from({ length: step }, (_, index) => earlier[index] ?? unknown);
}
