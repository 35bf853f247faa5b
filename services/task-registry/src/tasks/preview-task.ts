import { Type, type Static } from 'typebox';
import {
  Channel,
  FieldErrorSchema,
  Lead,
  newRunId,
  Reason,
  withTaskDefaults,
  type TaskDefinition,
  type TaskInput,
} from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import { compileIntake } from '@taskhook/leads';
import {
  compileTask,
  stepScope,
  type CompiledStep,
  type CompiledTask,
  type Scope,
  type TemplateEngine,
} from '@taskhook/templating';
import { checkDefinition } from './check-definition.ts';
import { jsonRequest, readGivenLead, sampleLead, type GivenLead } from './sample-lead.ts';

export const TaskPreview = Type.Object({
  lead: Type.Union([Lead, Type.Null()], { description: 'What the task makes of the sample' }),
  errors: Type.Array(FieldErrorSchema, {
    description: 'Why the sample gives no lead, or no answer of the filter',
  }),
  filter: Type.Union([Type.Boolean(), Type.Null()], { description: 'Whether the task takes the lead' }),
  steps: Type.Array(
    Type.Object({
      id: Type.String(),
      channel: Channel,
      when: Type.Union([Type.Boolean(), Type.Null()], { description: 'Whether the step would go' }),
      rendered: Type.Unknown({ description: 'What would be sent; null where it cannot be rendered' }),
      error: Type.Union([Reason, Type.Null()]),
    }),
  ),
});
export type TaskPreview = Static<typeof TaskPreview>;

export interface Sample {
  /** A sender's body, read as ingress would. */
  body?: unknown;
  headers?: Record<string, string>;
  /** A lead as the steps see it, in place of a body. */
  lead?: GivenLead;
}

/** What a task would make of a sample. Nothing is sent or stored. Throws `invalid_task`. */
export function previewTask(engine: TemplateEngine, input: TaskInput, sample: Sample = {}): TaskPreview {
  const definition = withTaskDefaults(input);
  checkDefinition(engine, definition);
  const task = compileTask(engine, definition);
  const { lead, errors } = readSample(definition, task, sample);
  if (lead === null) return { lead, errors, filter: null, steps: [] };
  const scope = scopeOf(definition, lead);
  const filter = tried(() => task.filter(scope));
  return {
    lead,
    errors: filter.error === null ? errors : [{ field: 'lead.filter', message: filter.error.message }],
    filter: filter.value,
    steps: task.steps.map((step) => previewStep(step, scope)),
  };
}

type SampleLead = { lead: Lead | null; errors: FieldError[] };

function readSample(definition: TaskDefinition, task: CompiledTask, sample: Sample): SampleLead {
  try {
    if (sample.body !== undefined) return readBody(definition, task, sample);
    if (sample.lead === undefined) return { lead: sampleLead, errors: [] };
    return { lead: readGivenLead(sample.lead, definition.lead.default_country), errors: [] };
  } catch (error) {
    if (!(error instanceof TaskhookError)) throw error;
    return { lead: null, errors: error.errors ?? [{ field: '', message: error.message }] };
  }
}

/** Of several leads the first is shown. */
function readBody({ lead, source }: TaskDefinition, task: CompiledTask, sample: Sample): SampleLead {
  const [result] = compileIntake(lead, source, task.mapping)(jsonRequest(sample.body, sample.headers));
  if (result?.ok === true) return { lead: result.lead, errors: [] };
  return { lead: null, errors: result?.errors ?? [{ field: '', message: 'holds no lead' }] };
}

function scopeOf({ name, source }: TaskDefinition, lead: Lead): Scope {
  const run = { id: newRunId(), received_at: Date.now(), source, test: true };
  return stepScope({ lead, task: { id: 'task_preview', name }, run });
}

function previewStep(step: CompiledStep, scope: Scope): TaskPreview['steps'][number] {
  const when = tried(() => step.when(scope));
  const rendered = tried(() => step.render(scope));
  const { id, channel } = step.definition;
  return { id, channel, when: when.value, rendered: rendered.value, error: when.error ?? rendered.error };
}

function tried<T>(work: () => T): { value: T | null; error: Reason | null } {
  try {
    return { value: work(), error: null };
  } catch (error) {
    if (!(error instanceof TaskhookError)) throw error;
    return { value: null, error: { code: error.code, message: error.message } };
  }
}
