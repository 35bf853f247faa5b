import type { SmsStep } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField } from '../collect.ts';
import type { Rendering, TemplateEngine } from '../rendering.ts';
import { compileLine } from './line.ts';
import type { RenderedFor } from './rendered-step.ts';

export function compileSms(
  engine: TemplateEngine,
  errors: FieldError[],
  { message }: SmsStep,
): Rendering<RenderedFor<'sms'>> {
  const to = compileLine(engine, errors, 'message.to', message.to ?? '{{phone}}');
  const text = compileField(errors, 'message.text', () => engine.template(message.text));
  return (scope, budget) => ({ channel: 'sms', to: to(scope, budget), text: text(scope, budget) });
}
