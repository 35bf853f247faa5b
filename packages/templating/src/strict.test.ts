import { withTaskDefaults, type Step } from '@taskhook/contracts';
import { describe, expect, test } from 'vitest';
import { compileTask, createTemplateEngine, stepScope } from './index.ts';

const engine = createTemplateEngine();
const strict = engine.strict();
const scope = {
  full_name: 'Mario',
  email: null,
  extra_fields: { citta: 'Roma', vuoto: '', chiave: 'segreto' },
};

describe('a strict template', () => {
  test.each([
    ['Ciao {{ full_name }} {{ extra_fields.citta }}', 'Ciao Mario Roma'],
    ['{{ extra_fields.vuoto }}', ''],
    ['{{ extra_fields.eta | default: "?" }}', '?'],
    ['{{ email | default: "?" }}', '?'],
    ['{% if extra_fields.eta %}x{% else %}y{% endif %}', 'y'],
    ['{% if email == nil %}y{% endif %}', 'y'],
    ['{% unless extra_fields.eta > 17 %}y{% endunless %}', 'y'],
    ['{% assign a = extra_fields.eta | default: 1 %}{{ a }}', '1'],
    ['{{ nil }}', ''],
  ])('%s renders %j', (source, expected) => {
    expect(strict.template(source)(scope)).toBe(expected);
  });

  test.each([
    ['Ciao {{ extra_fields.eta }}', 'extra_fields.eta', 1, 9],
    ['Ciao\n{{ full_name | append: nome }}', 'nome', 2, 24],
    ['{{ email }}', 'email', 1, 4],
    ['{{ email | upcase }}', 'email', 1, 4],
    ['{{ a.b.c }}', 'a.b.c', 1, 4],
    ['{% for x in extra_fields.corsi %}{{ x }}{% endfor %}', 'extra_fields.corsi', 1, 13],
    ['{{ extra_fields[extra_fields.chiave] }}', 'extra_fields[extra_fields.chiave]', 1, 4],
    [`{{ ${'x'.repeat(100)} }}`, `${'x'.repeat(59)}…`, 1, 4],
  ])('%s says what is missing, and nothing of the lead', (source, name, line, column) => {
    expect(() => strict.template(source)(scope)).toThrow(
      `The template has no value for ${name} (line ${line}, column ${column}).`,
    );
    expect(() => engine.template(source)(scope)).not.toThrow();
  });
});

test('a strict expression fails for what is missing, a condition does not', () => {
  expect(strict.value('full_name')(scope)).toBe('Mario');
  expect(() => strict.value('email')(scope)).toThrow('has no value for email');
  expect([strict.condition('email')(scope), strict.condition('{{ nome }}')(scope)]).toEqual([false, false]);
});

test('a strict task fails the step, not its condition, its filter or its mapping', () => {
  const text = 'Ciao {{ extra_fields.eta }}';
  const steps: Step[] = [{ id: 'a', channel: 'preview', when: 'extra_fields.eta', message: { text } }];
  const lead = { filter: 'extra_fields.eta', mapping: { full_name: 'nome' } };
  const task = compileTask(engine, withTaskDefaults({ name: 'Corso', lead, steps, strict_templates: true }));
  const seen = stepScope({
    lead: { full_name: 'Mario', phone: null, email: null, extra_fields: {} },
    task: { id: 'task_1', name: 'Corso' },
    run: { id: 'run_1', received_at: 0, source: 'generic', test: false },
  });
  expect([task.filter(seen), task.steps[0]?.when(seen), task.mapping?.({})]).toEqual([false, false, {}]);
  expect(() => task.steps[0]?.render(seen)).toThrow(
    'message.text has no value for extra_fields.eta (line 1, column 9).',
  );
  const lenient = compileTask(engine, withTaskDefaults({ name: 'Corso', steps }));
  expect(lenient.steps[0]?.render(seen)).toEqual({ channel: 'preview', text: 'Ciao ' });
});
