import type { HttpStep } from '@taskhook/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileStep, createTemplateEngine, stepScope } from './index.ts';

const engine = createTemplateEngine();

test('a step sees the lead, the task and the run', () => {
  const source =
    '{{first_name}}|{{full_name}}|{{phone}}|{{email}}|{{extra_fields.citta}}|{{lead.full_name}}|{{task.name}}|{{run.received_at}}|{{run.test}}';
  expect(rendered({ id: 'a', channel: 'preview', message: { text: source } }, { citta: 'Roma' })).toEqual({
    channel: 'preview',
    text: 'Mario|Mario Rossi|+393331234567||Roma|Mario Rossi|Corso|1970-01-01T00:00:01.000Z|false',
  });
});

test('every text of a request is rendered, and its keys stand as they are', () => {
  const request: HttpStep['request'] = {
    url: 'https://crm.example/{{extra_fields.citta | url_encode}}',
    headers: { 'x-origin': '{{task.name}}' },
    body: {
      '{{key}}': '{{full_name}}',
      list: ['{{ extra_fields.citta }}', 1, null, { deep: '-{{phone}}' }],
      plain: 'x',
    },
  };
  expect(rendered({ id: 'a', channel: 'http', request }, { citta: 'Reggio Emilia' })).toEqual({
    channel: 'http',
    method: 'POST',
    url: 'https://crm.example/Reggio+Emilia',
    headers: { 'x-origin': 'Corso' },
    body: {
      '{{key}}': 'Mario Rossi',
      list: ['Reggio Emilia', 1, null, { deep: '-+393331234567' }],
      plain: 'x',
    },
  });
});

test('a step without a condition is carried out, one with a condition asks it', () => {
  const step = { id: 'a', channel: 'preview', message: { text: '' } } as const;
  expect(compileStep(engine, step).when(scopeOf({}))).toBe(true);
  const adult = compileStep(engine, { ...step, when: 'extra_fields.eta > 17' });
  expect([adult.when(scopeOf({ eta: 17 })), adult.when(scopeOf({ eta: 18 }))]).toEqual([false, true]);
});

test('a failure names the field and the place', () => {
  const body = { name: '{{ full_name }}', at: 'x{{ 0 | date: "%Y", extra_fields.zone }}' };
  const step = compileStep(engine, { id: 'a', channel: 'http', request: { url: 'https://x.example', body } });
  expect(() => step.render(scopeOf({ zone: 'Nowhere' }))).toThrow(
    'request.body.at cannot be rendered: {{ 0 | date: "%Y", extra_fields.zone }} (line 1, column 2).',
  );
});

test('all templates of a step share one time budget', () => {
  const slow = '{% for i in (1..200) %}{{ i | plus: 1 | times: 2 | append: "" | slice: 0 }}{% endfor %}';
  const body = Array.from({ length: 2_000 }, () => slow);
  const step = compileStep(engine, { id: 'a', channel: 'http', request: { url: 'https://x.example', body } });
  expect(engine.template(slow)({})).toHaveLength(200);
  expect(() => step.render(scopeOf({}))).toThrow(/takes more than 100 ms/);
});

test('any value of a lead survives the filter json', () => {
  const render = engine.template('{{ extra_fields.x | json }}');
  fc.assert(
    fc.property(fc.jsonValue(), (x) => {
      expect(JSON.parse(render(scopeOf({ x })))).toEqual(JSON.parse(JSON.stringify(x)));
    }),
  );
});

test('a rendered body has the shape of its definition, whatever the lead holds', () => {
  const template = fc.constantFrom('{{ extra_fields.x }}', '{{ extra_fields.x | json }}', 'x', '{{ lead }}');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      template,
      fc.integer(),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.jsonValue(), (body, x) => {
      const step = rendered({ id: 'a', channel: 'http', request: { url: 'https://x.example', body } }, { x });
      expect(shapeOf((step as { body: unknown }).body)).toEqual(shapeOf(body));
    }),
  );
});

test('naughty strings come out as they went in', () => {
  const naughty = [
    '{{ x }}',
    '{% raw %}',
    '\u0000\u202e\ud800',
    '\'"><script>',
    '__proto__',
    '🏳️‍🌈 \r\n',
    '%s%n',
  ];
  for (const x of naughty) {
    const body = { a: '{{ extra_fields.x }}', b: '{% if true %}{{ extra_fields.x }}{% endif %}' };
    const step = rendered({ id: 'a', channel: 'http', request: { url: 'https://x.example', body } }, { x });
    expect(step).toMatchObject({ body: { a: x, b: x } });
  }
});

function rendered(step: Parameters<typeof compileStep>[1], extra_fields: Record<string, unknown>) {
  return compileStep(engine, step).render(scopeOf(extra_fields));
}

function scopeOf(extra_fields: Record<string, unknown>) {
  return stepScope({
    lead: { full_name: 'Mario Rossi', phone: '+393331234567', email: null, extra_fields },
    task: { id: 'task_1', name: 'Corso' },
    run: { id: 'run_1', received_at: 1_000, source: 'generic', test: false },
  });
}

/** Keys and lengths, without the texts. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, member]) => [key, shapeOf(member)]);
}
