import type { RunProgress, StepJob, TaskDefinition } from '@taskhook/contracts';
import type { CompiledStep, CompiledTask } from '@taskhook/templating';

/** A job with everything that is known of its step. */
export interface StepWork {
  job: StepJob;
  definition: TaskDefinition;
  compiled: CompiledTask;
  step: CompiledStep;
}

type ProgressStep = NonNullable<RunProgress['step']>;

/** The facts of an event that the job does not tell. */
export type ProgressFacts = Pick<RunProgress, 'order' | 'status'> &
  Partial<Pick<RunProgress, 'reason' | 'step'>>;

/** An event of the run that a job belongs to. */
export function progress(job: StepJob, facts: ProgressFacts): RunProgress {
  return {
    type: 'progress',
    run_id: job.run_id,
    task_id: job.task_id,
    revision: job.revision,
    at: Date.now(),
    reason: null,
    ...facts,
  };
}

/** The state of a step within an event. */
export function stepState(
  { definition }: StepWork,
  index: number,
  facts: Pick<ProgressStep, 'status'> & Partial<ProgressStep>,
): ProgressStep {
  const step = definition.steps[index];
  if (step === undefined) throw new RangeError('the task has no such step');
  return { index, id: step.id, channel: step.channel, due_at: null, reason: null, ...facts };
}
