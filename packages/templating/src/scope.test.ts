import { expect, test } from 'vitest';
import { createTemplateEngine, stepScope } from './index.ts';

const engine = createTemplateEngine();

test.each([
  ['Mario Rossi', 'Mario'],
  ['Dott. Mario Rossi', 'Mario'],
  ['ROSSI, MARIO', 'Mario'],
  [null, ''],
])('a lead called %s is greeted as %s', (full_name, greeted) => {
  const scope = stepScope({
    lead: { full_name, phone: null, email: null, extra_fields: {} },
    task: { id: 'task_1', name: 'Corso' },
    run: { id: 'run_1', received_at: 0, source: 'generic', test: false },
  });
  expect(engine.template('{{ first_name }}')(scope)).toBe(greeted);
});
