import { array, assert, asyncProperty, nat, shuffledSubarray } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchOrder, newRunId, newTaskId, type FetchTarget, type RunLogEvent } from '@taskhook/contracts';
import { connectRedis, createRunLogReader, redisKeys, type Redis } from '@taskhook/queue';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { testSettings, until } from '@taskhook/testing';
import { createRegistryEvents, type RegistryEvents } from '../src/events.ts';
import { createRegistryMetrics } from '../src/metrics.ts';
import { recordEvents } from '../src/recorder/record-events.ts';
import { startRecorder, type Recorder } from '../src/recorder/recorder.ts';
import type { RunDoc } from '../src/store/run-model.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { accepted, life, progress, quarantined } from './events.ts';

const settings = testSettings();
const { runLog: key } = redisKeys(settings.keyPrefix);
const connect = (name: string) =>
  connectRedis({ url: settings.redisUrl, name, purpose: 'work', logger: silentLogger });

const target: FetchTarget = { provider: 'meta', lead_id: '1', ids: { 'a.b': { $c: 'd' } } };

let store: Store;
let commands: Redis;
let blocking: Redis;
beforeAll(async () => {
  store = await openStore(settings.mongodbUrl, silentLogger);
  [commands, blocking] = [await connect('test'), await connect('test-block')];
});
afterAll(async () => {
  await store.close();
  commands.disconnect();
  blocking.disconnect();
});

const readerOf = (consumer: string) =>
  createRunLogReader({ commands, blocking, key, group: 'recorder', consumer });

function recorder(consumer: string, more: { store?: Store; events?: RegistryEvents } = {}): Recorder {
  const events = createRegistryEvents(silentLogger, createRegistryMetrics(createMetrics()));
  return startRecorder({
    store,
    reader: readerOf(consumer),
    events,
    logger: silentLogger,
    recorded: () => undefined,
    takeOverAfterMs: 0,
    ...more,
  });
}

const append = (...events: RunLogEvent[]) => commands.xadd(key, '*', 'e', JSON.stringify(events));
const runOf = (id: string): Promise<RunDoc | null> => store.runs.findById(id).lean();
const emptied = () => until('an empty log', async () => (await commands.xlen(key)) === 0);

describe('events of a run', () => {
  it('give the same document in every order and however often each comes', async () => {
    const whole = newRunId();
    await recordEvents(store, life(whole, 'task'));
    const expected = { ...(await runOf(whole)), _id: '', version: 0 };
    const shuffled = shuffledSubarray([0, 1, 2, 3, 4, 0, 2, 4], { minLength: 8 });
    await assert(
      asyncProperty(shuffled, array(nat(7), { maxLength: 4 }), async (order, cuts) => {
        const id = newRunId();
        const events = life(id, 'task');
        const told = order.flatMap((i) => events[i] ?? []);
        for (const batch of cut(told, cuts)) await recordEvents(store, batch);
        expect({ ...(await runOf(id)), _id: '', version: 0 }).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('give the same document where the lead was fetched, in every order', async () => {
    const fetched = (id: string): RunLogEvent[] => [
      accepted(id, 'task', { lead: null, fetch: target, source: 'meta' }),
      progress(id, 'task', 'waiting', { order: fetchOrder(0, 'waiting') }),
      accepted(id, 'task', { source: 'meta', test: true, status: 'held' }),
    ];
    const whole = newRunId();
    await recordEvents(store, fetched(whole));
    const expected = { ...(await runOf(whole)), _id: '', version: 0 };
    expect(expected).toMatchObject({ status: 'held', test: true, lead: { phone: '+393331234567' } });
    expect(JSON.parse(expected.fetch ?? '')).toEqual(target);
    const shuffled = shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 });
    await assert(
      asyncProperty(shuffled, array(nat(5), { maxLength: 3 }), async (order, cuts) => {
        const id = newRunId();
        const events = fetched(id);
        const told = order.flatMap((i) => events[i] ?? []);
        for (const batch of cut(told, cuts)) await recordEvents(store, batch);
        expect({ ...(await runOf(id)), _id: '', version: 0 }).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('give the same document when they are written at the same time', async () => {
    const id = newRunId();
    await Promise.all(
      [...life(id, 'task'), ...life(id, 'task')].map((event) => recordEvents(store, [event])),
    );
    const again = newRunId();
    await recordEvents(store, life(again, 'task'));
    expect({ ...(await runOf(id)), _id: '', version: 0 }).toEqual({
      ...(await runOf(again)),
      _id: '',
      version: 0,
    });
  });

  it('leave a run whose first event is missing visible, with what is known', async () => {
    const id = newRunId();
    await recordEvents(store, [progress(id, 'task_x', 'running')]);
    expect(await runOf(id)).toMatchObject({ task_id: 'task_x', status: 'running' });
  });

  it('do not unsettle a run that has begun by its first event', async () => {
    const id = newRunId();
    await recordEvents(store, [progress(id, 'task_x', 'running', { revision: 3 })]);
    await recordEvents(store, [accepted(id, 'task_x', { status: 'held', revision: 2 })]);
    expect(await runOf(id)).toMatchObject({
      status: 'running',
      task_revision: 3,
      lead: { phone: '+393331234567' },
    });
  });
});

describe('the recorder', () => {
  it('writes, acknowledges and removes what was in the log before it started', async () => {
    const ids = Array.from({ length: 20 }, () => newRunId());
    for (const id of ids) await append(...life(id, 'task_before'));
    const running = recorder('a');
    await emptied();
    await running.close();
    for (const id of ids) expect((await runOf(id))?.status).toBe('succeeded');
  });

  it('takes over what a dead recorder had read and not written', async () => {
    const dead = readerOf('dead');
    await dead.ensureGroup();
    const id = newRunId();
    await append(...life(id, 'task_dead'));
    expect((await dead.read(10, 100)).entries).toHaveLength(1);
    const running = recorder('heir');
    await until('the run', async () => (await runOf(id))?.status === 'succeeded');
    await emptied();
    await running.close();
  });

  it('removes nothing that another recorder has read and not written', async () => {
    const other = readerOf('slow');
    await other.ensureGroup();
    await append(accepted(newRunId(), 'task_slow'));
    const ids = (await other.read(10, 100)).entries.map((entry) => entry.id);
    const later = newRunId();
    await append(accepted(later, 'task_later'));
    const reader = readerOf('fast');
    const running = startRecorder({
      store,
      reader,
      events: createRegistryEvents(silentLogger, createRegistryMetrics(createMetrics())),
      logger: silentLogger,
      recorded: () => undefined,
    });
    await until('the later run', async () => (await runOf(later)) !== null);
    await running.close();
    await reader.trim();
    const left = await commands.xrange(key, '-', '+');
    expect(left[0]?.[0]).toBe(ids[0]);
    await other.acknowledge(ids);
    await other.trim();
    expect(await commands.xlen(key)).toBe(0);
  });

  it('passes over an entry that cannot be read, and tells its id', async () => {
    const told: string[] = [];
    const events = createRegistryEvents(
      { ...silentLogger, error: (message, fields) => void told.push(`${message} ${JSON.stringify(fields)}`) },
      createRegistryMetrics(createMetrics()),
    );
    const broken = await commands.xadd(key, '*', 'e', '[{"type":"nonsense"}]');
    const id = newRunId();
    await append(accepted(id, 'task_after'));
    const running = recorder('b', { events });
    await until('the run after it', async () => (await runOf(id)) !== null);
    await emptied();
    await running.close();
    expect(told).toEqual([`run log entries cannot be read {"ids":["${broken}"]}`]);
  });

  it('goes on where Redis has lost the log and its group', async () => {
    const running = recorder('c');
    await until('the group', async () => (await commands.exists(key)) === 1);
    await commands.del(key);
    const id = newRunId();
    await append(accepted(id, 'task_flush'));
    expect(await until('the run', () => runOf(id))).toMatchObject({ status: 'queued' });
    await running.close();
  });

  it('stores a run that is too large without what was rendered, and the others whole', async () => {
    const [large, other] = [newRunId(), newRunId()];
    const [begin, ...rest] = life(large, 'task_large');
    const huge = rest.map((event) =>
      event.type === 'progress' && event.step !== undefined
        ? { ...event, step: { ...event.step, rendered: { text: 'x'.repeat(17_000_000) } } }
        : event,
    );
    await append(...(begin === undefined ? [] : [begin]), ...huge.slice(0, 1), ...life(other, 'task_other'));
    await append(...rest.slice(1));
    const running = recorder('e');
    await emptied();
    await running.close();
    expect(await runOf(large)).toMatchObject({ status: 'succeeded', lead: { phone: '+393331234567' } });
    expect((await runOf(other))?.steps?.['0']?.rendered).toContain('crm.example');
  });

  it('keeps quarantined requests once', async () => {
    const event = quarantined(newTaskId(), { a: 1 });
    await append(event, event);
    await append(event);
    const running = recorder('d');
    await emptied();
    await running.close();
    expect(await store.quarantine.countDocuments({ _id: event.quarantine_id })).toBe(1);
  });
});

function cut<T>(items: T[], at: number[]): T[][] {
  const marks = [0, ...at.toSorted((a, b) => a - b), items.length];
  return marks.slice(1).map((end, i) => items.slice(marks[i], end));
}
