import { expect, test } from 'vitest';
import { withTaskDefaults, type Step, type TaskInput } from '@taskhook/contracts';
import { createTemplateEngine } from './engine.ts';
import { lintTask } from './lint/lint-task.ts';
import { stepScope } from './scope.ts';
import { compileStep } from './step.ts';
import { checkTask } from './task.ts';

const engine = createTemplateEngine();

function preview(id: string, text: string, when?: string): Step {
  return { id, channel: 'preview', message: { text }, ...(when === undefined ? {} : { when }) };
}

const errorsOf = (steps: NonNullable<TaskInput['steps']>) =>
  checkTask(engine, withTaskDefaults({ name: 'Corso', steps }));

test('a step may look at those before it, in its condition and in its texts', () => {
  expect(
    errorsOf([
      preview('whats-app', 'Ciao'),
      preview('sms', '{{ steps.whats-app.outcome }}', 'steps.whats-app.delivered == false'),
      preview(
        'last',
        '{% if steps.sms.status == "skipped" %}x{% endif %}',
        '{{ steps["whats-app"].receipt }}',
      ),
    ]),
  ).toEqual([]);
});

test.each([
  ['a step that is not there', 'steps.whatsap.delivered', 'steps.whatsap, which is not the id'],
  ['itself', 'steps.second.delivered', 'steps.second, which is not the id of an earlier step'],
  ['a later one', 'steps.third.delivered', 'steps.third, which is not the id of an earlier step'],
  ['what no step has', 'steps.first.state == "x"', 'a step has status, outcome, receipt, delivered'],
])('a condition on %s is refused with its place', (_name, when, message) => {
  const errors = errorsOf([
    preview('first', 'a'),
    preview('second', 'b', `true and\n  ${when}`),
    preview('third', 'c'),
  ]);
  expect(errors).toMatchObject([{ field: 'steps.1.when', line: 2, column: 3 }]);
  expect(errors[0]?.message).toContain(message);
});

test('a text that uses a later step is refused under its own field', () => {
  const errors = errorsOf([preview('first', 'Ciao {{ steps.second.status }}'), preview('second', 'b')]);
  expect(errors).toMatchObject([{ field: 'steps.0.message.text', line: 1 }]);
});

test('what does not parse is told once, as what does not parse', () => {
  expect(errorsOf([preview('first', 'a', 'steps.nobody ==')])).toHaveLength(1);
});

test.each([
  ['steps.a.delivered == false', true],
  ['steps.a.receipt', true],
  ['steps[lead.full_name].status == "failed"', true],
  ['steps.a.status == "failed"', false],
  ['extra_fields.steps == "delivered"', false],
])('whether %s needs receipts: %s', (when, needed) => {
  expect(compileStep(engine, preview('b', 'x', when)).readsReceipts).toBe(needed);
});

test('a text that looks at a receipt needs it as a condition does', () => {
  expect(compileStep(engine, preview('b', '{{ steps.a.receipt }}')).readsReceipts).toBe(true);
});

test('the texts of a step that goes only where another did not arrive are linted all the same', () => {
  const lead = { full_name: 'Mario Rossi', phone: null, email: null, extra_fields: {} };
  const gone = { status: 'succeeded', outcome: 'delivered', receipt: 'read', delivered: true } as const;
  const run = { id: 'run_1', received_at: 0, source: 'generic', test: false };
  const scope = stepScope({ lead, task: { id: 'task_1', name: 'Corso' }, run, steps: { a: gone } });
  const definition = withTaskDefaults({
    name: 'Corso',
    steps: [preview('a', 'x'), preview('b', 'Ciao {{ phone }}', 'steps.a.delivered == false')],
  });
  const lints = lintTask(engine, definition, { scopes: [scope], isMadeUp: false });
  expect(lints).toMatchObject([{ step: 'b', field: 'message.text' }]);
});
