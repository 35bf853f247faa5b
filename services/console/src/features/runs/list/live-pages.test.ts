import { expect, test } from 'vitest';
import type { RunSummary } from '../../../api/types.ts';
import { idsOf, isWithin, withChanged, withNew, type RunPages } from './live-pages.ts';

const run = (id: string, status: RunSummary['status'] = 'queued'): RunSummary => ({
  id,
  task_id: 'task_a',
  task_revision: 1,
  status,
  test: false,
  source: 'form',
  reason: null,
  received_at: '2026-11-24T09:00:00Z',
  finished_at: null,
  lead: null,
});

const pages: RunPages = {
  pages: [
    { items: [run('run_9'), run('run_7')], next_cursor: 'run_7' },
    { items: [run('run_5'), run('run_3')], next_cursor: 'run_3' },
  ],
  pageParams: [undefined, 'run_7'],
};

test('a run that changes keeps its place', () => {
  const changed = withChanged(pages, new Map([['run_5', run('run_5', 'failed')]]));
  expect(changed.pages[1]?.items.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'run_5 failed',
    'run_3 queued',
  ]);
  expect(changed.pages[0]).toBe(pages.pages[0]);
});

test('new runs come to the page in which their ids belong', () => {
  const merged = withNew(pages, [run('run_4'), run('run_a'), run('run_8')]);
  expect([...idsOf(merged)]).toEqual(['run_a', 'run_9', 'run_8', 'run_7', 'run_5', 'run_4', 'run_3']);
});

test('a run older than what is loaded waits for its page', () => {
  expect(isWithin(pages, 'run_2')).toBe(false);
  expect(isWithin(pages, 'run_4')).toBe(true);
});
