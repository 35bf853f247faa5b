import { expect, test } from 'vitest';
import { startNames, toTaskInput } from './starting-points.ts';

test.each(startNames)('the starting point %s makes a task that sends nothing yet', (start) => {
  const task = toTaskInput({ start, name: ' Leads ', country: 'IT', message: 'Hi {{first_name}}' });
  expect(task).toMatchObject({
    name: 'Leads',
    source: start === 'blank' ? 'auto' : start,
    lead: { default_country: 'IT' },
    steps: [{ channel: 'preview', message: { text: 'Hi {{first_name}}' } }],
  });
  expect(task.lead?.required).toContain('full_name');
});
