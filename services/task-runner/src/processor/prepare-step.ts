import { stepScope, withLeadDefaults, type EarlierStep, type RenderedStep } from '@taskhook/templating';
import { TaskhookError } from '@taskhook/errors';
import type { Reason } from '@taskhook/contracts';
import type { ProcessorDeps } from './deps.ts';
import { earlierSteps } from './earlier-steps.ts';
import type { StepWork } from './step-work.ts';

/** What is to be done with a step: nothing by a rule, nothing since it cannot be rendered, or deliver it. */
export type Prepared =
  | { kind: 'filtered' }
  | { kind: 'skipped' }
  | { kind: 'unrenderable'; error: Reason }
  | { kind: 'ready'; rendered: RenderedStep };

/** Asks the rules of the task and of the step, and renders. A template that fails is a value. */
export async function prepareStep(deps: Pick<ProcessorDeps, 'receipts'>, work: StepWork): Promise<Prepared> {
  const steps = await earlierSteps(deps, work);
  try {
    return prepare(work, steps);
  } catch (error) {
    if (!isTemplateError(error)) throw error;
    return { kind: 'unrenderable', error: { code: error.code, message: error.message } };
  }
}

/** A later attempt has passed the rules already. */
function prepare(
  { job, definition, compiled, step }: StepWork,
  steps: Record<string, EarlierStep>,
): Prepared {
  const scope = stepScope({
    lead: withLeadDefaults(job.lead, definition.lead),
    task: { id: job.task_id, name: definition.name },
    run: { id: job.run_id, received_at: job.received_at, source: job.source, test: job.test },
    steps,
  });
  if (job.attempts === 0) {
    if (job.step === 0 && !compiled.filter(scope)) return { kind: 'filtered' };
    if (!step.when(scope)) return { kind: 'skipped' };
  }
  return { kind: 'ready', rendered: step.render(scope) };
}

function isTemplateError(error: unknown): error is TaskhookError {
  return (
    error instanceof TaskhookError && (error.code === 'template_failed' || error.code === 'template_limit')
  );
}
