import { expect, test } from 'vitest';
import { TaskDefinition, TaskInput, withTaskDefaults } from './task.ts';
import { validator } from './validate.ts';

const check = validator(TaskInput);

test('a name alone makes a task with one preview step', () => {
  const result = check({ name: 'Corso di Marketing' });
  expect(result.ok).toBe(true);
  const definition = withTaskDefaults({ name: 'Corso di Marketing' });
  expect(definition.steps).toMatchObject([{ channel: 'preview' }]);
  expect(validator(TaskDefinition)(definition)).toEqual({ ok: true, value: definition });
});

test('an error in a step names the field by its path', () => {
  const steps = [{ id: 'crm', channel: 'http', request: { url: 'https://crm.example', method: 'SEND' } }];
  expect(check({ name: 'x', steps })).toEqual({
    ok: false,
    errors: [{ field: 'steps.0.request.method', message: 'must be one of GET, POST, PUT, PATCH, DELETE' }],
  });
});

test.each([
  [{}, 'name', 'is required'],
  [{ name: 'x', color: 'red' }, 'color', 'is not a known field'],
  [{ name: 'x', steps: [{ id: 'a', channel: 'fax' }] }, 'steps.0.channel', 'must name a known channel'],
  [{ name: 'x', lead: { required: ['age'] } }, 'lead.required.0', 'must be one of full_name, phone, email'],
  [
    { name: 'x', lead: { mapping: { extra_fields: { constructor: 'a' } } } },
    'lead.mapping.extra_fields.constructor',
    'is not a known field',
  ],
])('%j is refused with the field %s', (input, field, message) => {
  expect(check(input)).toEqual({ ok: false, errors: [{ field, message }] });
});
