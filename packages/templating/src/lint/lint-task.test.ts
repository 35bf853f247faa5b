import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withTaskDefaults, type HttpStep, type Step, type TaskInput } from '@taskhook/contracts';
import { createTemplateEngine, lintTask, stepScope, type Lint } from '../index.ts';
import { hostileScope, hostileTemplates } from '../../test/hostile-templates.ts';

const engine = createTemplateEngine();

const scopeOf = (extra_fields: Record<string, unknown>, email: string | null = 'a@example.com') =>
  stepScope({
    lead: { full_name: 'Mario Rossi', phone: '+393331234567', email, extra_fields },
    task: { id: 'task_1', name: 'Corso' },
    run: { id: 'run_1', received_at: 0, source: 'generic', test: true },
  });

const sample = scopeOf({
  citta: 'Roma',
  Città_di_nascita: 'Bari',
  eta: 17,
  vuoto: '',
  corsi: ['a'],
  utm: { source: 'x' },
});

function lintsOf(step: unknown, scopes = [sample], task: Partial<TaskInput> = {}, isMadeUp = false): Lint[] {
  const definition = withTaskDefaults({
    name: 'Corso',
    ...task,
    steps: [{ id: 'a', ...(step as object) } as Step],
  });
  return lintTask(engine, definition, { scopes, isMadeUp });
}
const preview = (text: string, ...rest: [] | [(typeof sample)[]]) =>
  lintsOf({ channel: 'preview', message: { text } }, ...rest);
const http = (request: Partial<HttpStep['request']>) =>
  lintsOf({ channel: 'http', request: { url: 'https://x.example', ...request } });
const briefly = (lints: Lint[]) => lints.map(({ code, message }) => `${code}: ${message}`);

test('a template that renders whole has no lints', () => {
  const text = `{{ first_name }} {{ extra_fields.citta | upcase }} {{ lead.email }} {{ run.received_at }} {{ task.name }}
    {{ extra_fields.corsi.size }}{{ extra_fields.corsi[0] }}{{ extra_fields.corsi.first }}{{ extra_fields.utm.source }}
    {% assign x = extra_fields.eta %}{{ x }}{% for c in extra_fields.corsi %}{{ c }}{{ forloop.index }}{% endfor %}
    {% capture y %}z{% endcapture %}{{ y }}{% for i in (1..extra_fields.eta) %}{{ i }}{% endfor %}`;
  expect(preview(text)).toEqual([]);
});

describe('a variable that no sample has', () => {
  test('is told with its place and the name that is near', () => {
    expect(preview('Ciao\n{{ first_name }} di {{ extra_fields.cita }}')).toEqual([
      {
        step: 'a',
        field: 'message.text',
        code: 'unknown_variable',
        severity: 'warning',
        message: 'uses extra_fields.cita, which no sample has; did you mean extra_fields.citta?',
        line: 2,
        column: 24,
      },
    ]);
  });

  test.each([
    ['{{ citta }}', 'extra_fields.citta'],
    ['{{ firstname }}', 'first_name'],
    ['{{ extra_fields.cittaDiNascita }}', 'extra_fields.Città_di_nascita'],
    ['{{ lead.extra_fields.citta_ }}', 'extra_fields.citta'],
    ['{{ extra_fields.utm.sorce }}', 'extra_fields.utm.source'],
    ['{{ task.nam }}', 'task.name'],
    ['{{ Email }}', 'email'],
  ])('%s is near %s', (text, name) => {
    expect(preview(text)[0]?.message).toContain(`did you mean ${name}?`);
  });

  test('is told without a name where none is near', () => {
    expect(briefly(preview('{{ interesse }}'))).toEqual([
      'unknown_variable: uses interesse, which no sample has',
    ]);
  });

  test.each([
    '{{ interesse | default: "?" }}',
    '{% if interesse %}x{% endif %}x',
    '{% assign a = interesse %}x',
    'x{% for i in interesse %}{% endfor %}',
  ])('is a hint where it may be missing: %s', (text) => {
    expect(preview(text)).toMatchObject([{ code: 'unknown_variable', severity: 'info' }]);
  });

  test('is told once for a field, and for what it is needed', () => {
    expect(preview('{% if a %}{{ a }}{{ a }}{% endif %}x{{ a | append: b }}')).toMatchObject([
      { severity: 'warning', message: 'uses a, which no sample has', column: 14 },
      { severity: 'warning', message: 'uses b, which no sample has' },
    ]);
  });

  test('is known where one of the samples has it, or has it as null', () => {
    const scopes = [sample, scopeOf({ interesse: null })];
    const lints = preview('{{ extra_fields.interesse.name }}{{ extra_fields.citta }}', scopes);
    expect(lints.filter(({ code }) => code === 'unknown_variable')).toEqual([]);
  });

  test('is found in conditions and in the filter, as a hint', () => {
    const step = { channel: 'preview', when: 'extra_fields.etta > 17', message: { text: 'x' } };
    expect(lintsOf(step, [sample], { lead: { filter: '{% if nome %}x{% endif %}' } })).toMatchObject([
      { step: null, field: 'lead.filter', severity: 'info', message: 'uses nome, which no sample has' },
      { step: 'a', field: 'when', severity: 'info', line: 1, column: 1 },
    ]);
  });

  test('is not judged in extra_fields where the lead is made up', () => {
    const step = {
      channel: 'preview',
      message: { text: '{{ extra_fields.x }}{{ lead.extra_fields.x }}{{ nome }}' },
    };
    expect(briefly(lintsOf(step, [sample], {}, true))).toEqual([
      'unknown_variable: uses nome, which no sample has',
    ]);
    expect(briefly(lintsOf(step, [sample], { strict_templates: true }, true))).toHaveLength(1);
  });

  test('is found inside of brackets, and the rest of such a path is not judged', () => {
    expect(briefly(preview('x{{ extra_fields[chiave].x | default: "" }}'))).toContain(
      'unknown_variable: uses chiave, which no sample has',
    );
  });
});

describe('an empty render', () => {
  test('is a text that comes out empty', () => {
    expect(briefly(preview('{{ extra_fields.vuoto }}'))).toEqual(['empty_render: comes out empty']);
  });

  test('is a hole in a text, told with the samples that have it', () => {
    const scopes = [scopeOf({ citta: '' }), scopeOf({ citta: 'Roma' }), scopeOf({ citta: ' ' }, null)];
    expect(preview('Ciao,\n a {{ extra_fields.citta }} {{ email }}', scopes)).toMatchObject([
      { message: 'has nothing to show at {{ extra_fields.citta }} for 2 of 3 samples', line: 2, column: 4 },
      { message: 'has nothing to show at {{ email }} for 1 of 3 samples', severity: 'warning' },
    ]);
  });

  test('is a hint in what programs read', () => {
    expect(http({ body: { a: ['{{ extra_fields.vuoto }}'] } })).toMatchObject([
      { field: 'request.body.a.0', code: 'empty_render', severity: 'info' },
    ]);
  });

  test('is not looked for where the step would not go', () => {
    const step = { channel: 'preview', when: 'email', message: { text: '{{ email }}' } };
    expect(lintsOf(step, [scopeOf({}, null)])).toEqual([]);
  });

  test('is not looked for in a text that is empty, or has a default', () => {
    expect([...preview(''), ...preview('a{{ extra_fields.vuoto | default: "x" }}')]).toEqual([]);
  });

  test('leaves what is assigned along the way as it is', () => {
    expect(preview('{% assign a = "x" %}{{ a }}{% assign a = "" %}{{ a }}')).toMatchObject([{ column: 47 }]);
  });
});

test('a text that fails for a sample says so', () => {
  const step = { channel: 'preview', message: { text: 'a {{ extra_fields.citta }}' } };
  expect(lintsOf(step, [sample, scopeOf({})], { strict_templates: true })).toMatchObject([
    {
      code: 'failed_render',
      message: 'has no value for extra_fields.citta (1 of 2 samples)',
      line: 1,
      column: 6,
    },
  ]);
});

describe('a text message', () => {
  const sms = (text: string) => lintsOf({ channel: 'sms', message: { text } });
  test('tells its segments', () => {
    expect(sms('Ciao {{ first_name }}, perché no?')).toEqual([
      {
        step: 'a',
        field: 'message.text',
        code: 'segments',
        severity: 'info',
        message: 'takes 1 segment in GSM-7 (22 characters)',
      },
    ]);
    expect(sms('x'.repeat(161))[0]?.message).toBe('takes 2 segments in GSM-7 (161 characters)');
    expect(sms('x'.repeat(613))[0]).toMatchObject({ severity: 'warning' });
  });

  test('tells the characters that make it dear', () => {
    expect(sms(`${'x'.repeat(70)}“”\u00a0“`)).toMatchObject([
      {
        severity: 'warning',
        message:
          'takes 2 segments in UCS-2 (74 characters); in GSM-7, which has no “, ”, U+00A0, more would fit',
      },
    ]);
    expect(sms('👋')[0]).toMatchObject({ severity: 'info' });
  });

  test('that is too long is told', () => {
    expect(briefly(sms('x'.repeat(1_601)))).toContain(
      'too_long: comes out with 1601 characters; at most 1600 are taken',
    );
  });
});

test('what WhatsApp refuses is told', () => {
  const text = 'x'.repeat(4_097);
  expect(lintsOf({ channel: 'whatsapp', message: { text } })).toMatchObject([{ code: 'too_long' }]);
  const template = {
    name: 'n',
    language: 'it',
    header: { type: 'text', text: 'x'.repeat(61) },
    parameters: ['ok', 'a\nb', '{{ extra_fields.vuoto }}'],
  };
  expect(lintsOf({ channel: 'whatsapp', message: { template } })).toMatchObject([
    { field: 'message.template.header.text', code: 'too_long' },
    { field: 'message.template.parameters.1', code: 'refused_text' },
    { field: 'message.template.parameters.2', code: 'empty_render', severity: 'warning' },
  ]);
});

describe('an address', () => {
  test.each([
    'https://x.example/?q={{ extra_fields.citta }}',
    'https://x.example/?q={{ phone | phone_format: "e164" }}',
    'https://x.example/{% if email %}{{ email }}{% endif %}',
    'https://x.example/{% assign c = extra_fields.citta %}{{ c }}',
    'https://x.example/{{ task.name }}',
  ])('with a value as it is: %s', (url) => {
    expect(http({ url })).toMatchObject([
      {
        field: 'request.url',
        code: 'unencoded_url',
        severity: 'warning',
        line: 1,
        column: url.lastIndexOf('{{') + 1,
      },
    ]);
  });

  test.each([
    'https://x.example/?q={{ extra_fields.citta | downcase | url_encode }}&e={{ extra_fields.eta | plus: 0 }}',
    '{{ extra_fields.citta }}',
    'https://x.example/{{ run.id }}{% for c in extra_fields.corsi %}{{ forloop.index }}{% endfor %}',
  ])('without one: %s', (url) => {
    expect(http({ url })).toEqual([]);
  });

  test('is no other text', () => {
    expect(http({ body: { url: 'https://x.example/{{ extra_fields.citta }}' } })).toEqual([]);
  });
});

test('a text that does not parse has no lints: it is refused elsewhere', () => {
  expect(lintsOf({ channel: 'preview', when: 'a >', message: { text: '{{' } })).toEqual([]);
});

test('whatever a template and a lead hold, lints come', () => {
  const piece = fc.constantFrom(
    '{{ ',
    ' }}',
    'a',
    '.b',
    '["c"]',
    '[a]',
    ' | upcase',
    ' | default: a',
    '{% if a %}',
    '{% endif %}',
    '\n',
    '{% for x in (1..a) %}',
    '{% endfor %}',
    '{% assign a = 1 %}',
    '{% liquid\necho a %}',
    '{% cycle a, b %}',
    'x',
  );
  const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.jsonValue({ maxDepth: 3 }), (source, a) => {
      const url = `https://x.example/${source}`;
      const lints = lintsOf({ channel: 'http', request: { url, body: { source } } }, [{ a }, sample]);
      expect(lints.every(({ line = 1, column = 1 }) => line > 0 && column > 0)).toBe(true);
    }),
  );
});

test.each([
  ...Object.entries(hostileTemplates),
  ['many variables', '{{ a }}'.repeat(9_000)],
  ['many lines', '{{ a }}\n'.repeat(8_000)],
  ['many variables in one output', `{{ a ${'| append: b '.repeat(5_000)} }}`],
  ['many empty outputs', '{{ full_name }}{{ "" }}'.repeat(2_500)],
] as [string, string][])('%s is linted in time', (_name, text) => {
  const scopes = Array.from({ length: 10 }, () => hostileScope);
  let quickest = Infinity;
  for (let tries = 0; tries < 4 && quickest >= LONGEST_MS; tries += 1) {
    const start = process.threadCpuUsage();
    expect(preview(text, scopes).length).toBeLessThanOrEqual(200);
    const { user, system } = process.threadCpuUsage(start);
    quickest = Math.min(quickest, (user + system) / 1_000);
  }
  expect(quickest).toBeLessThan(LONGEST_MS);
});

/** The renderings of all samples share 100 ms; parsing and looking come on top. */
const LONGEST_MS = 400;
