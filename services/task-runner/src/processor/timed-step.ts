import type { StepJob, TaskDefinition } from '@taskhook/contracts';
import type { TimedStep } from '../timing/step-start.ts';

/** The step at an index of the run that a job belongs to. */
export function timedStep(
  { job, definition }: { job: StepJob; definition: TaskDefinition },
  index: number,
): TimedStep {
  const step = definition.steps[index];
  if (step === undefined) throw new RangeError('the task has no such step');
  return { runId: job.run_id, lead: job.lead, definition, step };
}
