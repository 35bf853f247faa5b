import type { RunProgress, StepJob, TaskDefinition } from '@taskhook/contracts';
import type { CompiledStep, CompiledTask, RenderedStep } from '@taskhook/templating';

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

/** What tells which run a job belongs to. */
export type RunIds = Pick<StepJob, 'run_id' | 'task_id' | 'revision'>;

/** An event of the run that a job belongs to. */
export function progress(job: RunIds, facts: ProgressFacts): RunProgress {
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

/** What an event tells of a step that neither the task nor the job does. */
type StepFacts = Pick<ProgressStep, 'status'> &
  Partial<Pick<ProgressStep, 'due_at' | 'reason' | 'attempt' | 'retry'>> & {
    rendered?: RenderedStep | undefined;
  };

/** The state of a step within an event. */
export function stepState({ definition }: StepWork, index: number, facts: StepFacts): ProgressStep {
  const step = definition.steps[index];
  if (step === undefined) throw new RangeError('the task has no such step');
  const { rendered, ...state } = facts;
  const content = rendered === undefined ? {} : { rendered: contentOf(rendered) };
  return { index, id: step.id, channel: step.channel, due_at: null, reason: null, ...state, ...content };
}

/** The channel stands beside what was rendered already. */
function contentOf({ channel: _channel, ...content }: RenderedStep): object {
  return content;
}
