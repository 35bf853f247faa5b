import type { RunLogEvent } from '@taskhook/contracts';
import type { ReadEntry } from '@taskhook/queue';
import { expect, test } from 'vitest';
import { accepted, progress } from '../../test/events.ts';
import { createOpenEntries } from './open-entries.ts';

const PATIENCE_MS = 60_000;
const TASK = 'task_a';
const begin = (runId: string) => accepted(runId, TASK);
const end = (runId: string) => progress(runId, TASK, 'succeeded');

let number = 0;
const entry = (...events: RunLogEvent[]): ReadEntry => ({ id: `${(number += 1)}-0`, events });

test('a run that ends within the batch is recorded whole, and its entries are done with', () => {
  const entries = [entry(begin('run_a')), entry(end('run_a'))];
  const { events, ids } = createOpenEntries(PATIENCE_MS).take(entries, true);
  expect(events).toEqual(entries.flatMap((read) => read.events));
  expect(ids).toEqual(entries.map(({ id }) => id));
});

test('one that has begun waits for its end, beside others of the same entry that are recorded', () => {
  const open = createOpenEntries(PATIENCE_MS);
  const shared = entry(begin('run_a'), begin('run_b'));
  const ended = entry(end('run_b'));
  expect(open.take([shared, ended], true)).toEqual({
    events: [shared.events[1], ended.events[0]],
    ids: [ended.id],
  });
  const last = entry(end('run_a'));
  expect(open.take([last], true)).toEqual({
    events: [shared.events[0], last.events[0]],
    ids: [shared.id, last.id],
  });
});

test('what tells of its way waits with it, in order', () => {
  const open = createOpenEntries(PATIENCE_MS);
  const running = progress('run_a', TASK, 'running');
  expect(open.take([entry(begin('run_a')), entry(running)], true)).toEqual({ events: [], ids: [] });
  const { events, ids } = open.take([entry(end('run_a'))], true);
  expect(events.map(({ type }) => type)).toEqual(['accepted', 'progress', 'progress']);
  expect(ids).toHaveLength(3);
});

test.for(['waiting', 'held'] as const)('one that comes to rest as %s is not waited for', (status) => {
  const open = createOpenEntries(PATIENCE_MS);
  const events = status === 'held' ? [accepted('run_a', TASK, { status })] : [begin('run_a')];
  const rest = status === 'held' ? [] : [progress('run_a', TASK, status)];
  expect(open.take([entry(...events, ...rest)], true).events).toHaveLength(events.length + rest.length);
});

test('an end whose beginning was recorded before is not kept', () => {
  const late = entry(end('run_a'));
  expect(createOpenEntries(PATIENCE_MS).take([late], true)).toEqual({ events: late.events, ids: [late.id] });
});

test('without patience everything that waits is recorded', () => {
  const open = createOpenEntries(PATIENCE_MS);
  const begun = entry(begin('run_a'));
  open.take([begun], true);
  expect(open.take([], false)).toEqual({ events: begun.events, ids: [begun.id] });
  expect(open.take([], false)).toEqual({ events: [], ids: [] });
});

test('no run is waited for longer than the time that is given', async () => {
  const open = createOpenEntries(20);
  const begun = entry(begin('run_a'));
  expect(open.take([begun], true).ids).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const fresh = entry(begin('run_b'));
  expect(open.take([fresh], true)).toEqual({ events: begun.events, ids: [begun.id] });
});

test('what is cleared is not recorded: it is read again', () => {
  const open = createOpenEntries(PATIENCE_MS);
  open.take([entry(begin('run_a'))], true);
  open.clear();
  expect(open.take([], false)).toEqual({ events: [], ids: [] });
});
