import { expect, test } from 'vitest';
import type { Content } from './content.ts';
import { changedParts, withContent } from './content.ts';
import { isOvertaken, withEdit, withoutLast } from './edits.ts';

const saved: Content = {
  lead: { default_country: 'IT', required: ['phone'] },
  steps: [{ id: 'welcome', channel: 'preview', message: { text: 'Ciao' } }],
};
const country = (default_country: string) => ({ lead: { ...saved.lead, default_country } });

test('letters typed into one field are taken back together, other changes one by one', () => {
  const typed = withEdit(withEdit(null, saved, country('D'), 'country'), saved, country('DE'), 'country');
  const removed = withEdit(typed, saved, { steps: [] }, undefined);
  expect(removed.present).toEqual({ ...country('DE'), steps: [] });
  expect(withoutLast(removed)?.present).toEqual({ ...saved, ...country('DE') });
  expect(withoutLast(typed)).toBeNull();
});

test('only what differs is saved', () => {
  expect(changedParts(saved, structuredClone(saved))).toEqual({});
  expect(changedParts(saved, { ...saved, ...country('DE') })).toEqual(country('DE'));
});

test('a change that somebody else saved in the meantime is noticed, a change of other parts is not', () => {
  const edits = withEdit(null, saved, country('DE'), undefined);
  expect(isOvertaken(edits, structuredClone(saved))).toBe(false);
  expect(isOvertaken(edits, { ...saved, steps: [] })).toBe(true);
});

test('what the server adds to a task is no part of what is tried', () => {
  const task = {
    ...saved,
    id: 'task_1',
    name: 'T',
    source: 'auto' as const,
    auth: { type: 'none' as const },
    on_invalid: 'reject' as const,
    status: 'active' as const,
    revision: 2,
    created_at: '',
    updated_at: '',
    webhook: { url: '', token: '' },
  };
  expect(Object.keys(withContent(task, saved)).toSorted()).toEqual(
    ['auth', 'lead', 'name', 'on_invalid', 'source', 'steps'].toSorted(),
  );
});
