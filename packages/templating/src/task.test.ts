import { withTaskDefaults, type Step } from '@taskhook/contracts';
import { expect, test } from 'vitest';
import { checkTask, compileTask, createTemplateEngine } from './index.ts';

const engine = createTemplateEngine();

test('a task compiles whole', () => {
  const task = compileTask(
    engine,
    withTaskDefaults({
      name: 'Corso',
      lead: { filter: 'extra_fields.eta >= 18', mapping: { full_name: 'nome' } },
    }),
  );
  expect(task.mapping?.({ nome: 'Mario' })).toEqual({ full_name: 'Mario' });
  expect([task.filter({ extra_fields: { eta: 17 } }), task.filter({ extra_fields: { eta: 18 } })]).toEqual([
    false,
    true,
  ]);
  expect(task.steps.map((step) => step.definition.id)).toEqual(['preview']);
});

test('a task without a filter takes every lead', () => {
  const task = compileTask(engine, withTaskDefaults({ name: 'Corso' }));
  expect([task.filter({}), task.mapping]).toEqual([true, undefined]);
});

test('a task that is in order has no errors', () => {
  expect(checkTask(engine, withTaskDefaults({ name: 'Corso' }))).toEqual([]);
});

test('all that is wrong with a task is told at once, each with its field', () => {
  const request = {
    url: '{{ x',
    headers: { 'x-origin': '{% nope %}' },
    body: { name: ['{{ a | b }}'], fine: 1 },
  };
  const steps: Step[] = [
    { id: 'a', channel: 'preview', message: { text: 'a\nb {{ x' } },
    { id: 'a', channel: 'http', when: 'x >', request },
  ];
  const lead = { filter: '1 2', mapping: { phone: '{{', extra_fields: { citta: 'a | b' } } };
  const errors = checkTask(engine, withTaskDefaults({ name: 'Corso', lead, steps }));
  expect(errors.map(({ field }) => field).toSorted()).toEqual([
    'lead.filter',
    'lead.mapping.extra_fields.citta',
    'lead.mapping.phone',
    'steps.0.message.text',
    'steps.1.id',
    'steps.1.request.body.name.0',
    'steps.1.request.headers.x-origin',
    'steps.1.request.url',
    'steps.1.when',
  ]);
  expect(errors.find(({ field }) => field === 'steps.0.message.text')).toMatchObject({ line: 2, column: 3 });
});

test('a task that does not compile says how much is wrong', () => {
  const steps: Step[] = [
    { id: 'a', channel: 'preview', message: { text: '{{ x | nope }}' } },
    { id: 'b', channel: 'preview', message: { text: '{{ x' } },
  ];
  expect(() => compileTask(engine, withTaskDefaults({ name: 'Corso', steps }))).toThrow(
    'steps.0.message.text uses the filter "nope", which does not exist (line 1, column 1). 1 more.',
  );
});

test('a body without end is refused', () => {
  let body: unknown = '{{ x }}';
  for (let depth = 0; depth < 20_000; depth += 1) body = [body];
  const steps: Step[] = [{ id: 'a', channel: 'http', request: { url: 'https://x.example', body } }];
  const [error] = checkTask(engine, withTaskDefaults({ name: 'Corso', steps }));
  expect(error?.message).toBe('is nested more than 32 deep');
});
