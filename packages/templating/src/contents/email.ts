import type { EmailStep } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField } from '../collect.ts';
import type { Rendering, TemplateEngine } from '../rendering.ts';
import { compileLine } from './line.ts';
import type { RenderedFor } from './rendered-step.ts';

export function compileEmail(
  engine: TemplateEngine,
  errors: FieldError[],
  { message }: EmailStep,
): Rendering<RenderedFor<'email'>> {
  const line = (name: string, source: string) => compileLine(engine, errors, `message.${name}`, source);
  const optional = (name: string, source: string | undefined) =>
    source === undefined ? undefined : line(name, source);
  const to = line('to', message.to ?? '{{email}}');
  const subject = line('subject', message.subject);
  const text = compileField(errors, 'message.text', () => engine.template(message.text));
  const { html: source } = message;
  const html =
    source === undefined ? undefined : compileField(errors, 'message.html', () => engine.html(source));
  const replyTo = optional('reply_to', message.reply_to);
  const unsubscribe = optional('unsubscribe_url', message.unsubscribe_url);
  return (scope, budget) => ({
    channel: 'email',
    to: to(scope, budget),
    subject: subject(scope, budget),
    text: text(scope, budget),
    ...(html && { html: html(scope, budget) }),
    ...(replyTo && { reply_to: replyTo(scope, budget) }),
    ...(unsubscribe && { unsubscribe_url: unsubscribe(scope, budget) }),
  });
}
