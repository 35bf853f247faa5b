import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import { collect, compileField, refuse } from './collect.ts';
import { stepUseErrors } from './earlier-steps.ts';
import { compileConsent, type CompiledConsent } from './consent.ts';
import type { Scope, TemplateEngine } from './rendering.ts';
import { compileMapping, type CompiledMapping } from './mapping.ts';
import { compileStep, type CompiledStep } from './step.ts';

export interface CompiledTask {
  /** Whether the task wants the lead; true for a task without a filter. */
  filter(scope: Scope): boolean;
  mapping?: CompiledMapping;
  consent?: CompiledConsent;
  steps: CompiledStep[];
}

/** Compiles a revision once, for many leads. Throws `invalid_task` with all errors of all fields. */
export function compileTask(engine: TemplateEngine, definition: TaskDefinition): CompiledTask {
  const errors: FieldError[] = [];
  const { filter, mapping } = definition.lead;
  const condition =
    filter === undefined ? () => true : compileField(errors, 'lead.filter', () => engine.condition(filter));
  const mapped = mapping && collect(errors, 'lead.mapping', () => compileMapping(engine, mapping));
  const consent = definition.consent && compileConsent(engine, errors, definition.consent);
  const stepEngine = definition.strict_templates === true ? engine.strict() : engine;
  const steps = definition.steps.flatMap(
    (step, index) => collect(errors, `steps.${index}`, () => compileStep(stepEngine, step)) ?? [],
  );
  refuse(errors);
  return {
    filter: (scope) => condition(scope),
    ...(mapped && { mapping: mapped }),
    ...(consent && { consent }),
    steps,
  };
}

/** Everything that is wrong with the templates and step ids of a task; empty for a task that can be saved. */
export function checkTask(engine: TemplateEngine, definition: TaskDefinition): FieldError[] {
  const errors = [...duplicateIds(definition), ...compileErrors(engine, definition)];
  return errors.length > 0 ? errors : stepUseErrors(engine, definition);
}

function duplicateIds({ steps }: TaskDefinition): FieldError[] {
  return steps.flatMap(({ id }, index) =>
    steps.findIndex((step) => step.id === id) < index
      ? [{ field: `steps.${index}.id`, message: 'is the id of an earlier step' }]
      : [],
  );
}

function compileErrors(engine: TemplateEngine, definition: TaskDefinition): FieldError[] {
  try {
    compileTask(engine, definition);
    return [];
  } catch (error) {
    if (error instanceof TaskhookError && error.code === 'invalid_task') return error.errors ?? [];
    throw error;
  }
}
