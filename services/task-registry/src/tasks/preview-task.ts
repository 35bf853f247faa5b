import { Type, type Static } from 'typebox';
import {
  Channel,
  FieldErrorSchema,
  HIDDEN_SECRET,
  Lead,
  literals,
  Reason,
  Sample,
  withTaskDefaults,
  type Auth,
  type TaskInput,
} from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import { authProblems } from '@taskhook/leads';
import { compileTask, smsSegments, type CompiledStep, type Scope } from '@taskhook/templating';
import type { Registry } from '../registry.ts';
import { secretsByPlace } from './auth-secrets.ts';
import { checkDefinition } from './check-definition.ts';
import { previewLints, TaskLint } from './preview-lints.ts';
import { readPreviewSample, type PreviewSample } from './preview-sample.ts';
import { previewScope } from './preview-scope.ts';

const { source, source_reason, notes, fields, detected } = Sample.properties;

export const TaskPreview = Type.Object({
  source,
  source_reason,
  notes,
  fields,
  detected,
  lead: Type.Union([Lead, Type.Null()], { description: 'What the task makes of the sample' }),
  errors: Type.Array(FieldErrorSchema, {
    description: 'Why the sample gives no lead, or no answer of the filter',
  }),
  filter: Type.Union([Type.Boolean(), Type.Null()], { description: 'Whether the task takes the lead' }),
  steps: Type.Array(
    Type.Object({
      id: Type.String(),
      channel: Channel,
      when: Type.Union([Type.Boolean(), Type.Null()], {
        description: 'Whether the step would go, after earlier steps that were all delivered',
      }),
      rendered: Type.Unknown({ description: 'What would be sent; null where it cannot be rendered' }),
      error: Type.Union([Reason, Type.Null()]),
      sms: Type.Optional(
        Type.Object(
          {
            encoding: literals(['GSM-7', 'UCS-2'] as const),
            segments: Type.Integer(),
            units: Type.Integer({ description: 'Septets of GSM-7, or UTF-16 units' }),
          },
          { description: 'What the text of an sms step costs' },
        ),
      ),
    }),
  ),
  lints: Type.Array(TaskLint, {
    description:
      'What is odd about the templates, tried with the sample and, where the task is known, with what came to it last',
  }),
});
export type TaskPreview = Static<typeof TaskPreview>;

/**
 * What a task would make of a sample, and why. Nothing is sent or stored. Throws `invalid_task`,
 * `invalid_request` where the sample is several things at once, or `not_found` for its id.
 */
export async function previewTask(
  registry: Registry,
  input: TaskInput,
  sample: PreviewSample = {},
  taskId?: string,
): Promise<TaskPreview> {
  const definition = withTaskDefaults(input);
  await checkDefinition(registry, definition, shownAuthProblems(definition.auth));
  const task = compileTask(registry.engine, definition);
  const read = await readPreviewSample(registry, definition, task.mapping, sample);
  const lints = await previewLints(registry, definition, task.mapping, { sample, shown: read, taskId });
  if (read.lead === null) return { ...read, filter: null, steps: [], lints };
  const scope = previewScope(definition, read.source, read.lead);
  const filter = tried(() => task.filter(scope));
  return {
    ...read,
    errors: filter.error === null ? read.errors : [{ field: 'lead.filter', message: filter.error.message }],
    filter: filter.value,
    steps: task.steps.map((step) => previewStep(step, scope)),
    lints,
  };
}

/** A hidden secret may be right: it cannot be judged here. */
function shownAuthProblems(auth: Auth): FieldError[] {
  const hidden = [...secretsByPlace(auth)].filter(([, secret]) => secret === HIDDEN_SECRET);
  const places = new Set(hidden.map(([place]) => `auth.${place}`));
  return authProblems(auth).filter(({ field }) => !places.has(field));
}

function previewStep(step: CompiledStep, scope: Scope): TaskPreview['steps'][number] {
  const when = tried(() => step.when(scope));
  const rendered = tried(() => step.render(scope));
  const { id, channel } = step.definition;
  return {
    id,
    channel,
    when: when.value,
    rendered: rendered.value,
    error: when.error ?? rendered.error,
    ...(rendered.value?.channel === 'sms' && { sms: smsCost(rendered.value.text) }),
  };
}

function smsCost(text: string): Omit<ReturnType<typeof smsSegments>, 'foreign'> {
  const { encoding, segments, units } = smsSegments(text);
  return { encoding, segments, units };
}

function tried<T>(work: () => T): { value: T | null; error: Reason | null } {
  try {
    return { value: work(), error: null };
  } catch (error) {
    if (!(error instanceof TaskhookError)) throw error;
    return { value: null, error: { code: error.code, message: error.message } };
  }
}
