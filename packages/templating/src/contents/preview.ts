import type { PreviewStep } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField } from '../collect.ts';
import type { Rendering, TemplateEngine } from '../rendering.ts';
import type { RenderedFor } from './rendered-step.ts';

export function compilePreview(
  engine: TemplateEngine,
  errors: FieldError[],
  { message }: PreviewStep,
): Rendering<RenderedFor<'preview'>> {
  const text = compileField(errors, 'message.text', () => engine.template(message.text));
  return (scope, budget) => ({ channel: 'preview', text: text(scope, budget) });
}
