import { expect, test } from 'vitest';
import {
  appendRunLog,
  createRunLogReader,
  createRunLogWriter,
  type RunLogBatch,
  type RunLogReader,
} from '../src/index.ts';
import { accepted } from './builders.ts';
import { connect, open } from './connection.ts';

async function setup(): Promise<{
  redis: Awaited<ReturnType<typeof open>>;
  key: string;
  readerOf: (consumer: string) => Promise<RunLogReader>;
}> {
  const { redis, keys } = await connect();
  const key = keys.runLog;
  const readerOf = async (consumer: string): Promise<RunLogReader> => {
    const reader = createRunLogReader({
      blocking: await open('block'),
      commands: redis,
      key,
      group: 'recorder',
      consumer,
    });
    await reader.ensureGroup();
    return reader;
  };
  return { redis, key, readerOf };
}

const eventsOf = ({ entries }: RunLogBatch) => entries.flatMap(({ events }) => events);
const idsOf = ({ entries }: RunLogBatch) => entries.map(({ id }) => id);

test('events appended at the same time share entries and keep their order', async () => {
  const { redis, key, readerOf } = await setup();
  const writer = createRunLogWriter(redis, key);
  const events = Array.from({ length: 250 }, () => accepted());
  await Promise.all(events.map((event) => writer.append(event)));
  const batch = await (await readerOf('a')).read(1_000, 10);
  expect(eventsOf(batch).map((event) => ('run_id' in event ? event.run_id : ''))).toEqual(
    events.map((event) => event.run_id),
  );
  expect(batch.entries.length).toBeLessThan(10);
});

test('what a dead consumer has read is taken over by another, once', async () => {
  const { redis, key, readerOf } = await setup();
  await appendRunLog(redis, key, [accepted('run_a')]);
  const dead = await readerOf('dead');
  await dead.read(10, 10);
  const heir = await readerOf('heir');
  expect((await heir.read(10, 10)).entries).toEqual([]);
  const taken = await heir.takeOver(0, 10);
  expect(eventsOf(taken)).toMatchObject([{ run_id: 'run_a' }]);
  await heir.acknowledge(idsOf(taken));
  expect((await heir.takeOver(0, 10)).entries).toEqual([]);
});

test('a consumer that comes back reads first what it had not acknowledged', async () => {
  const { redis, key, readerOf } = await setup();
  await appendRunLog(redis, key, [accepted('run_a')]);
  await (await readerOf('same')).read(10, 10);
  const pending = await (await readerOf('same')).readOwnPending(10);
  expect(eventsOf(pending)).toMatchObject([{ run_id: 'run_a' }]);
});

test('trimming removes what is acknowledged, and never what is pending or unread', async () => {
  const { redis, key, readerOf } = await setup();
  const reader = await readerOf('a');
  for (const id of ['run_a', 'run_b', 'run_c']) await appendRunLog(redis, key, [accepted(id)]);
  const first = await reader.read(1, 10);
  const second = await reader.read(1, 10);
  await reader.trim();
  expect(await redis.xlen(key)).toBe(3);
  await reader.acknowledge(idsOf(first));
  await reader.trim();
  expect(await redis.xlen(key)).toBe(2);
  await reader.acknowledge(idsOf(second));
  await reader.trim();
  expect(await redis.xlen(key)).toBe(1);
  expect(await reader.lag()).toEqual({ unread: 1, pending: 0 });
});

test('an entry that cannot be read is told apart and does not stop the others', async () => {
  const { redis, key, readerOf } = await setup();
  await redis.xadd(key, '*', 'e', 'not json');
  await redis.xadd(key, '*', 'e', '[{"type":"unheard of"}]');
  await appendRunLog(redis, key, [accepted('run_a')]);
  const batch = await (await readerOf('a')).read(10, 10);
  expect(batch.unreadable).toHaveLength(2);
  expect(eventsOf(batch)).toMatchObject([{ run_id: 'run_a' }]);
});

test('a consumer that leaves is forgotten, unless it leaves something to take over', async () => {
  const { redis, key, readerOf } = await setup();
  await appendRunLog(redis, key, [accepted('run_a')]);
  const [idle, busy] = [await readerOf('idle'), await readerOf('busy')];
  await busy.read(10, 10);
  await idle.read(10, 10);
  await idle.leave();
  await busy.leave();
  const consumers = (await redis.xinfo('CONSUMERS', key, 'recorder')) as string[][];
  expect(consumers.map((flat) => flat[1])).toEqual(['busy']);
});
