import { expect, test } from 'vitest';
import type { RunSummary } from '../../../api/types.ts';
import { fits, readFilter, toQuery } from './run-filter.ts';

const run: RunSummary = {
  id: 'run_01j9zw3q8e7y5v2k4m6n8p0r1s',
  task_id: 'task_a',
  task_revision: 1,
  status: 'failed',
  test: false,
  source: 'form',
  reason: null,
  received_at: '2026-11-24T09:00:00Z',
  finished_at: null,
  lead: { full_name: 'Giulia', phone: '+393477654321', email: 'giulia@example.com' },
};

test('an address says what the list shows, and what it does not know is left out', () => {
  expect(readFilter({ status: 'failed,nonsense', q: 393477654321, period: 'century', x: 1 })).toEqual({
    status: 'failed',
    q: '393477654321',
  });
});

test('a period begins so long before now', () => {
  expect(toQuery({ period: 'day' }, Date.parse('2026-11-24T09:00:00Z'))).toEqual({
    from: '2026-11-23T09:00:00.000Z',
  });
});

test('two moments take the place of a period, and what is no moment is left out', () => {
  const from = '2026-11-23T09:00:00+01:00';
  expect(readFilter({ period: 'day', from, to: 'tomorrow' })).toEqual({ from: '2026-11-23T08:00:00.000Z' });
  expect(toQuery(readFilter({ to: from }))).toEqual({ to: '2026-11-23T08:00:00.000Z' });
});

test.each([
  [{}, true],
  [{ from: '2026-11-24T09:00:00Z' }, true],
  [{ from: '2026-11-24T09:00:01Z' }, false],
  [{ to: '2026-11-24T09:00:01Z' }, true],
  [{ to: '2026-11-24T09:00:00Z' }, false],
  [{ status: 'failed,held' }, true],
  [{ status: 'succeeded' }, false],
  [{ task: 'task_b' }, false],
  [{ q: '0039 347 765 4321' }, true],
  [{ q: 'Giulia@Example.com' }, true],
  [{ q: 'run_other' }, false],
] as const)('a live run is held against the filter %j', (filter, expected) => {
  expect(fits(filter, run)).toBe(expected);
});
