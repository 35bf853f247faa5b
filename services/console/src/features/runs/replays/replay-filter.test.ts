import { expect, test } from 'vitest';
import { toReplayFilter } from './replay-filter.ts';

const now = Date.parse('2026-11-24T09:00:00Z');

test('what the list shows is what is replayed: task, time, and the ended ones of its states', () => {
  expect(toReplayFilter({ task: 'task_a', status: 'waiting,failed,skipped', period: 'hour' }, now)).toEqual({
    task_id: 'task_a',
    status: ['failed', 'skipped'],
    from: '2026-11-24T08:00:00.000Z',
  });
  const from = '2026-11-01T00:00:00.000Z';
  const to = '2026-11-02T00:00:00.000Z';
  expect(toReplayFilter({ from, to }, now)).toEqual({ status: ['failed'], from, to });
});

test('a list of one person, or of runs under way, is not replayed together', () => {
  expect(toReplayFilter({ q: '+393477654321' }, now)).toBe('search');
  expect(toReplayFilter({ status: 'queued,held' }, now)).toBe('notEnded');
});
