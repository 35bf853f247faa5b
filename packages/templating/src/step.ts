import type { HttpStep, PreviewStep, Step } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField, refuse } from './collect.ts';
import { requestFields } from './request.ts';
import type { Rendering, Scope, TemplateEngine } from './rendering.ts';

/** What a channel is given. `body` is a JSON value, a raw text, or undefined for none. */
export type RenderedStep =
  | { channel: 'preview'; text: string }
  | {
      channel: 'http';
      method: NonNullable<HttpStep['request']['method']>;
      url: string;
      headers: Record<string, string>;
      body: unknown;
    };

/** `when` and `render` throw `template_failed` or `template_limit`; both name the field. */
export interface CompiledStep {
  definition: Step;
  when(scope: Scope): boolean;
  /** All templates of the step share one time budget. */
  render(scope: Scope): RenderedStep;
}

/** Throws `invalid_task` with every field that does not parse. */
export function compileStep(engine: TemplateEngine, step: Step): CompiledStep {
  const errors: FieldError[] = [];
  const { when } = step;
  const condition =
    when === undefined ? () => true : compileField(errors, 'when', () => engine.condition(when));
  const content = compileContent(engine, errors, step);
  refuse(errors);
  return {
    definition: step,
    when: (scope) => condition(scope),
    render: (scope) => content(scope, engine.budget()),
  };
}

function compileContent(engine: TemplateEngine, errors: FieldError[], step: Step): Rendering<RenderedStep> {
  return step.channel === 'preview'
    ? compilePreview(engine, errors, step)
    : compileHttp(engine, errors, step);
}

function compilePreview(
  engine: TemplateEngine,
  errors: FieldError[],
  { message }: PreviewStep,
): Rendering<RenderedStep> {
  const text = compileField(errors, 'message.text', () => engine.template(message.text));
  return (scope, budget) => ({ channel: 'preview', text: text(scope, budget) });
}

function compileHttp(
  engine: TemplateEngine,
  errors: FieldError[],
  { request }: HttpStep,
): Rendering<RenderedStep> {
  const fields = requestFields(engine, errors, request, 'request');
  return (scope, budget) => ({
    channel: 'http',
    method: request.method ?? 'POST',
    ...fields(scope, budget),
  });
}
