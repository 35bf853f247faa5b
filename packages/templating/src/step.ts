import type { Step } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField, refuse } from './collect.ts';
import { compileEmail } from './contents/email.ts';
import { compileHttp } from './contents/http.ts';
import { compilePreview } from './contents/preview.ts';
import { readsReceipts } from './earlier-steps.ts';
import type { RenderedStep } from './contents/rendered-step.ts';
import { compileSms } from './contents/sms.ts';
import { compileWhatsApp } from './contents/whatsapp.ts';
import type { Rendering, Scope, TemplateEngine } from './rendering.ts';

/** `when` and `render` throw `template_failed` or `template_limit`; both name the field. */
export interface CompiledStep {
  definition: Step;
  when(scope: Scope): boolean;
  /** Whether `when` or a template looks at how far earlier messages came. */
  readsReceipts: boolean;
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
    readsReceipts: readsReceipts(engine, step),
    when: (scope) => condition(scope),
    render: (scope) => content(scope, engine.budget()),
  };
}

function compileContent(engine: TemplateEngine, errors: FieldError[], step: Step): Rendering<RenderedStep> {
  if (step.channel === 'preview') return compilePreview(engine, errors, step);
  if (step.channel === 'http') return compileHttp(engine, errors, step);
  if (step.channel === 'email') return compileEmail(engine, errors, step);
  if (step.channel === 'sms') return compileSms(engine, errors, step);
  return compileWhatsApp(engine, errors, step);
}
