import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY, newRunId, newTaskId, type RunAccepted, type RunLogEvent } from '@taskhook/contracts';
import { admit, connectRedis, redisKeys, rememberErased, type Admission, type Redis } from '@taskhook/queue';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { testSettings } from '@taskhook/testing';
import { createAddressHasher, createVault } from '@taskhook/vault';
import { createEvents } from '../src/events.ts';
import { createIngressMetrics } from '../src/metrics.ts';
import { drain, type DrainParts } from '../src/spool/drain.ts';
import { createSpool, type Spool } from '../src/spool/spool.ts';
import { openStore, type Store } from '../src/spool/store.ts';
import { marioLead } from './task-entry.ts';

const settings = testSettings();
const keys = redisKeys(settings.keyPrefix);
const taskId = newTaskId();
const vault = createVault(randomBytes(32));
const events = createEvents(silentLogger, createIngressMetrics(createMetrics()));
const never = new AbortController().signal;
let redis: Redis;
let folder: string;
let store: Store;
let spool: Spool;
let time = Date.now();

beforeAll(async () => {
  const { redisUrl: url } = settings;
  redis = await connectRedis({ url, name: 'test', purpose: 'answer', logger: silentLogger });
});
afterAll(() => redis.disconnect());
beforeEach(async () => {
  time = Date.now();
  folder = await mkdtemp(join(tmpdir(), 'taskhook-spool-'));
  spool = await open();
});
afterEach(async () => {
  await spool.close();
  await redis.del(keys.runLog);
  await rm(folder, { recursive: true, force: true });
});

const now = (): number => time;
async function open(sealer = vault): Promise<Spool> {
  const opened = await openStore(folder);
  if (opened === undefined) throw new Error('the folder is locked');
  store = opened;
  return createSpool({ store, vault: sealer, maxBytes: 10_000_000, minFreeBytes: 0, now });
}

function admission(claim: string, personMs?: number): Admission {
  const runId = newRunId(time);
  const event: RunAccepted = {
    type: 'accepted',
    run_id: runId,
    task_id: taskId,
    revision: 1,
    status: 'queued',
    test: false,
    source: 'generic',
    replay_of: null,
    lead: marioLead,
    received_at: time,
  };
  const claims =
    personMs === undefined
      ? [{ key: keys.claim(taskId, 'key', claim), ttlMs: DAY }]
      : [
          { key: keys.claim(taskId, 'key', runId), ttlMs: DAY },
          { key: keys.claim(taskId, 'phone', claim), ttlMs: personMs },
        ];
  return { runId, claims, counts: 'accepted', event: JSON.stringify(event) };
}

const addresses = createAddressHasher(Buffer.alloc(32, 1));
const parts = (): DrainParts => ({ redis, keys, addresses, events, took: () => undefined, now });
async function runLog(): Promise<RunLogEvent[]> {
  const entries = await redis.xrange(keys.runLog, '-', '+');
  return entries.flatMap(([, fields]) => JSON.parse(fields[1] ?? '[]') as RunLogEvent[]);
}
const acceptedIds = async (): Promise<unknown[]> =>
  (await runLog()).map((event) => 'run_id' in event && event.run_id);

test('a lead that became another run meanwhile ends as skipped, and names that run', async () => {
  const spooled = admission('order-7');
  await spool.add(spooled);
  const rival = admission('order-7');
  await admit(redis, keys, [rival]);
  expect(await drain(parts(), spool, never)).toEqual({ outcome: 'done', left: 0 });
  const own = (await runLog()).filter((event) => 'run_id' in event && event.run_id === spooled.runId);
  expect(own).toMatchObject([
    { type: 'accepted', lead: marioLead },
    {
      type: 'progress',
      status: 'skipped',
      reason: { code: 'duplicate', message: `The lead is that of the run ${rival.runId}.` },
    },
  ]);
  expect(spool.state()).toEqual({ entries: 0, bytes: 0, oldestAt: null });
});

test('a group that Redis had taken before it was spooled comes in once', async () => {
  const both = [admission('a'), admission('b')];
  await admit(redis, keys, both);
  for (const one of both) await spool.add(one);
  await drain(parts(), spool, never);
  expect(await acceptedIds()).toEqual(both.map(({ runId }) => runId));
});

test('a lead that Redis refuses for itself stays in the spool, and does not hold up the others', async () => {
  const [odd, ...others] = [admission('odd'), admission('even'), admission('more')];
  await redis.lpush(odd?.claims[0]?.key ?? '', 'no text');
  for (const one of [odd, ...others]) if (one !== undefined) await spool.add(one);
  expect(await drain(parts(), spool, never)).toEqual({ outcome: 'done', left: 1 });
  expect(await acceptedIds()).toEqual(others.map(({ runId }) => runId));
  await redis.del(odd?.claims[0]?.key ?? '');
  expect(await drain(parts(), spool, never)).toEqual({ outcome: 'done', left: 0 });
  expect(await acceptedIds()).toHaveLength(3);
});

test('entries keep their order, over a process that ended between them', async () => {
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 120; n += 1) {
      const one = admission(`order ${round} ${n}`);
      ids.push(one.runId);
      await spool.add(one);
    }
    await spool.close();
    spool = await open();
  }
  expect(spool.state().entries).toBe(360);
  await drain(parts(), spool, never);
  expect(await acceptedIds()).toEqual(ids);
});

test('a person stands for one run only while the window lasts, however late the spool is brought in', async () => {
  const first = admission('window', 1_000);
  await spool.add(first);
  const again = admission('window', 1_000);
  expect(await spool.add(again)).toEqual({ status: 'duplicate', claim: 1, runId: first.runId });
  time += 2_000;
  const later = admission('window', 1_000);
  expect(await spool.add(later)).toEqual({ status: 'admitted' });
  await drain(parts(), spool, never);
  expect(await acceptedIds()).toEqual([first.runId, later.runId]);
});

test('what lies on disk tells nothing of a person, and waits for its key', async () => {
  await spool.add(admission('sealed'));
  const texts = await store.values().all();
  expect(texts.join()).not.toMatch(/mario|3331234567/i);
  await spool.close();
  spool = await open(createVault(randomBytes(32)));
  expect(await drain(parts(), spool, never)).toEqual({ outcome: 'done', left: 1 });
  await spool.close();
  spool = await open();
  expect(await drain(parts(), spool, never)).toEqual({ outcome: 'done', left: 0 });
});

test('a spool belongs to one process', async () => {
  expect(await openStore(folder)).toBeUndefined();
});

test('a lead whose person was erased after it came is told as cancelled, with nothing of the person', async () => {
  const [before, after] = [admission('before'), admission('after')];
  await spool.add(before);
  const ids = addresses.hashes('phone', marioLead.phone ?? '');
  await rememberErased(redis, keys, ids, time + 1);
  const text = JSON.parse(after.event ?? '') as RunAccepted;
  await spool.add({ ...after, event: JSON.stringify({ ...text, received_at: time + 2 }) });
  await drain(parts(), spool, never);
  await drain(parts(), spool, never);
  const told = await runLog();
  expect(told.map((event) => [event.type, 'run_id' in event && event.run_id])).toEqual([
    ['accepted', before.runId],
    ['accepted', after.runId],
    ['progress', before.runId],
  ]);
  expect(told[0]).toMatchObject({ lead: null });
  expect(told[1]).toMatchObject({ lead: marioLead });
  expect(told[2]).toMatchObject({ status: 'cancelled', reason: { code: 'erased' } });
});
