import type { WhatsAppHeader, WhatsAppStep, WhatsAppTemplate } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField } from '../collect.ts';
import { templateError } from '../failure.ts';
import type { Rendering, TemplateEngine } from '../rendering.ts';
import { compileLine } from './line.ts';
import type { RenderedFor, RenderedTemplate } from './rendered-step.ts';

export function compileWhatsApp(
  engine: TemplateEngine,
  errors: FieldError[],
  { message }: WhatsAppStep,
): Rendering<RenderedFor<'whatsapp'>> {
  const to = compileLine(engine, errors, 'message.to', message.to ?? '{{phone}}');
  const { text: source, template } = message;
  if (template !== undefined && source === undefined) {
    const render = compileTemplate(engine, errors, template);
    return (scope, budget) => ({
      channel: 'whatsapp',
      to: to(scope, budget),
      template: render(scope, budget),
    });
  }
  const text = compileField(errors, 'message.text', () =>
    source === undefined || template !== undefined ? oneOfTheTwo() : engine.template(source),
  );
  return (scope, budget) => ({ channel: 'whatsapp', to: to(scope, budget), text: text(scope, budget) });
}

function oneOfTheTwo(): never {
  throw templateError('invalid_task', [
    { field: '', message: 'or message.template must be given, one of the two' },
  ]);
}

/** Meta takes no line breaks in parameters, so they are texts of one line. */
function compileTemplate(
  engine: TemplateEngine,
  errors: FieldError[],
  { name, language, header, parameters = [], buttons = [] }: WhatsAppTemplate,
): Rendering<RenderedTemplate> {
  const line = (field: string, source: string) =>
    compileLine(engine, errors, `message.template.${field}`, source);
  const head = header && compileHeader(header, line);
  const texts = parameters.map((source, index) => line(`parameters.${index}`, source));
  const values = buttons.map(({ value, ...button }, index) => ({
    button,
    value: line(`buttons.${index}.value`, value),
  }));
  return (scope, budget) => ({
    name,
    language,
    ...(head && { header: head(scope, budget) }),
    parameters: texts.map((text) => text(scope, budget)),
    buttons: values.map(({ button, value }) => ({ ...button, value: value(scope, budget) })),
  });
}

function compileHeader(
  header: WhatsAppHeader,
  line: (field: string, source: string) => Rendering<string>,
): Rendering<WhatsAppHeader> {
  if (header.type === 'text') {
    const text = line('header.text', header.text);
    return (scope, budget) => ({ type: 'text', text: text(scope, budget) });
  }
  const { type } = header;
  const link = line('header.link', header.link);
  return (scope, budget) => ({ type, link: link(scope, budget) });
}
