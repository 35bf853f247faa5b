import { expect, test } from 'vitest';
import type { Step } from '@taskhook/contracts';
import { createTemplateEngine } from './engine.ts';
import { stepScope } from './scope.ts';
import { compileStep } from './step.ts';

const engine = createTemplateEngine();
const connection = 'conn_01k9zq8m3t5v7w9x1y3z5a7b9c';

function render(step: Step, name = 'Mario Rossi', citta: unknown = 'Bologna') {
  const lead = {
    full_name: name,
    phone: '+393331234567',
    email: 'mario@example.it',
    extra_fields: { citta },
  };
  const run = { id: 'run_1', received_at: 0, source: 'generic', test: false };
  return compileStep(engine, step).render(stepScope({ lead, task: { id: 'task_1', name: 'Corso' }, run }));
}

const email = (message: object): Step => ({
  id: 'mail',
  channel: 'email',
  connection,
  message: { subject: 'Ciao', text: 'Ciao', ...message },
});

const HOSTILE = `<script>alert("1")</script>&'`;
const HARMLESS = '&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;&#39;';

test.each([
  '{{full_name}}',
  '{{ full_name | append: "" }}',
  '{% echo full_name %}',
  '{% cycle full_name, "b" %}',
  '{% capture x %}{{ full_name | raw }}{% endcapture %}{{ x }}',
  '{% for n in extra_fields.citta %}{{ n }}{% endfor %}',
])('in HTML the value of %s is escaped', (html) => {
  expect(render(email({ html: `<b>${html}</b>` }), HOSTILE, [HOSTILE])).toMatchObject({
    html: `<b>${HARMLESS}</b>`,
  });
});

test('a list and an object are escaped in HTML like the text that they give', () => {
  expect(render(email({ html: '{{extra_fields.citta}}' }), 'x', ['<a>', { b: '<c>' }])).toMatchObject({
    html: '&lt;a&gt;{&#34;b&#34;:&#34;&lt;c&gt;&#34;}',
  });
});

test('raw as the last filter opts out of the escaping, and only there', () => {
  expect(render(email({ html: '{{ full_name | raw }}' }), '<b>')).toMatchObject({ html: '<b>' });
  expect(render(email({ html: '{{ full_name | raw | append: "" }}' }), '<b>')).toMatchObject({
    html: '&lt;b&gt;',
  });
});

test('texts are not escaped where they are no HTML', () => {
  const rendered = render(email({ subject: '{{full_name}}', text: '{{full_name}}' }), HOSTILE);
  expect(rendered).toMatchObject({ subject: HOSTILE, text: HOSTILE });
});

test('no line break of a lead gets into what becomes a header', () => {
  const fields = {
    subject: '{{full_name}}',
    to: '{{full_name}}',
    reply_to: '{{full_name}}',
    unsubscribe_url: '{{full_name}}',
  };
  const rendered = render(email(fields), 'a\r\nBcc: b@x.it\u2028c\u0000d');
  const line = 'a Bcc: b@x.it c d';
  expect(rendered).toMatchObject({ subject: line, to: line, reply_to: line, unsubscribe_url: line });
});

test('a message goes to the lead where the step does not say to whom', () => {
  expect(render(email({}))).toMatchObject({ to: 'mario@example.it' });
  const sms: Step = { id: 's', channel: 'sms', connection, message: { text: 'Ciao {{first_name}}' } };
  expect(render(sms)).toEqual({ channel: 'sms', to: '+393331234567', text: 'Ciao Mario' });
});

test('a WhatsApp template gets its parameters as texts of one line', () => {
  const template = {
    name: 'benvenuto',
    language: 'it',
    header: { type: 'image', link: 'https://x.example/{{task.id}}.png' },
    parameters: ['{{first_name}}', '{{extra_fields.citta}}'],
    buttons: [{ type: 'url', index: 0, value: '{{run.id}}' }],
  } as const;
  const step = { id: 'w', channel: 'whatsapp', connection, message: { template } } as unknown as Step;
  expect(render(step, 'Mario Rossi', 'Reggio\n\nEmilia')).toEqual({
    channel: 'whatsapp',
    to: '+393331234567',
    template: {
      name: 'benvenuto',
      language: 'it',
      header: { type: 'image', link: 'https://x.example/task_1.png' },
      parameters: ['Mario', 'Reggio Emilia'],
      buttons: [{ type: 'url', index: 0, value: 'run_1' }],
    },
  });
});

test.each([[{}], [{ text: 'x', template: { name: 'a', language: 'it' } }]])(
  'a WhatsApp message is a text or a template: %j is refused',
  (message) => {
    const step: Step = { id: 'w', channel: 'whatsapp', connection, message };
    expect(() => compileStep(engine, step)).toThrow(expect.objectContaining({ code: 'invalid_task' }));
  },
);

test('every template of a message is named where it does not parse', () => {
  const step = email({ subject: '{{', html: '{{ a | nope }}' });
  expect(() => compileStep(engine, step)).toThrow(
    expect.objectContaining({
      errors: [
        expect.objectContaining({ field: 'message.subject' }),
        expect.objectContaining({ field: 'message.html' }),
      ],
    }),
  );
});
