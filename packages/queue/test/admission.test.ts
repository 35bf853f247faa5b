import { Queue, Worker } from 'bullmq';
import { expect, onTestFinished, test } from 'vitest';
import { newRunId, newTaskId, stepJobId } from '@taskhook/contracts';
import {
  admit,
  createLeadQueues,
  readAdmissionCounts,
  type Admission,
  type Claim,
  type Redis,
  type RedisKeys,
} from '../src/index.ts';
import { JOB_OPTIONS } from '../src/open-queue.ts';
import { accepted, stepJob } from './builders.ts';
import { connect, open } from './connection.ts';

const ttlMs = 60_000;
const MINUTE = 60_000;

/** A lead with a job and an event under some claims. */
function lead(claims: Claim[], runId = newRunId()): Admission & { runId: string } {
  const step = { channel: 'preview', job: stepJob({ run_id: runId }) } as const;
  return { runId, claims, counts: 'accepted', event: JSON.stringify(accepted(runId)), step };
}

async function setup() {
  const { redis, keys } = await connect();
  const queues = createLeadQueues(redis, keys);
  onTestFinished(() => queues.close());
  const claim = (kind: 'key' | 'body' | 'phone' | 'email', value: string): Claim => ({
    key: keys.claim('task_1', kind, value),
    ttlMs,
  });
  return { redis, keys, queues, claim, logged: () => loggedRuns(redis, keys) };
}

async function loggedRuns(redis: Redis, keys: RedisKeys): Promise<string[][]> {
  const entries = await redis.xrange(keys.runLog, '-', '+');
  return entries.map(([, [, text = '[]']]) =>
    (JSON.parse(text) as { run_id: string }[]).map(({ run_id }) => run_id),
  );
}

test('a group is one entry of the run log, a job for each lead, and counted', async () => {
  const { redis, keys, queues, claim, logged } = await setup();
  const group = Array.from({ length: 100 }, (_, i) => lead([claim('body', String(i))]));
  const held = { ...lead([claim('key', 'held')]), counts: 'held' as const };
  delete held.step;
  const outcomes = await admit(redis, keys, [...group, held]);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['admitted']));
  expect(await logged()).toEqual([[...group, held].map(({ runId }) => runId)]);
  expect((await queues.stats('preview')).waiting).toBe(100);
  expect(await readAdmissionCounts(redis, keys)).toEqual({ accepted: 100, held: 1, duplicate: 0 });
});

test('a group that is admitted again changes nothing, also after its jobs are done', async () => {
  const { redis, keys, queues, claim, logged } = await setup();
  const group = [lead([claim('key', 'a')]), lead([claim('key', 'b')])];
  await admit(redis, keys, group);
  const [first] = group;
  if (first === undefined) throw new Error('no lead');
  await queues.remove('preview', first.runId, 0);
  expect(await admit(redis, keys, group)).toEqual([{ status: 'repeated' }, { status: 'repeated' }]);
  expect(await logged()).toHaveLength(1);
  expect(await queues.has('preview', first.runId, 0)).toBe(false);
  expect((await readAdmissionCounts(redis, keys)).accepted).toBe(2);
});

test('of fifty leads under one key on three connections one is taken, and the others learn its run', async () => {
  const { redis, keys, claim, logged } = await setup();
  const connections = [redis, await open(), await open()];
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      admit(connections[i % 3] ?? redis, keys, [lead([claim('body', 'x')])]),
    ),
  );
  const flat = outcomes.flat();
  expect(flat.filter(({ status }) => status === 'admitted')).toHaveLength(1);
  const told = new Set(flat.flatMap((one) => (one.status === 'duplicate' ? [one.runId] : [])));
  expect([...told]).toEqual((await logged()).flat());
});

test('a person who is known gives the request to their run, and leaves no other key behind', async () => {
  const { redis, keys, claim, logged } = await setup();
  const first = lead([claim('key', 'r1'), claim('phone', 'p'), claim('email', 'e')]);
  const again = lead([claim('key', 'r2'), claim('phone', 'other'), claim('email', 'e')]);
  await admit(redis, keys, [first]);
  const duplicate = { status: 'duplicate', claim: 2, runId: first.runId };
  expect(await admit(redis, keys, [again])).toEqual([duplicate]);
  expect(await redis.exists(keys.claim('task_1', 'phone', 'other'))).toBe(0);
  // The request's retry gets the same run from now on, under whatever id it comes.
  await redis.del(keys.claim('task_1', 'email', 'e'));
  const retry = lead([claim('key', 'r2'), claim('phone', 'p2')]);
  expect(await admit(redis, keys, [retry])).toEqual([{ ...duplicate, claim: 0 }]);
  expect(await logged()).toEqual([[first.runId]]);
  expect(await readAdmissionCounts(redis, keys)).toEqual({ accepted: 1, held: 0, duplicate: 2 });
});

test('the same person twice in one group is one run', async () => {
  const { redis, keys, claim, logged } = await setup();
  const [a, b] = [
    lead([claim('key', 'r1'), claim('phone', 'p')]),
    lead([claim('key', 'r2'), claim('phone', 'p')]),
  ];
  const outcomes = await admit(redis, keys, [a, b]);
  expect(outcomes).toEqual([{ status: 'admitted' }, { status: 'duplicate', claim: 1, runId: a.runId }]);
  expect(await logged()).toEqual([[a.runId]]);
});

test('a run that came too long ago does not stand for another one, but still for itself', async () => {
  const { redis, keys, claim } = await setup();
  const body = { ...claim('body', 'x'), ttlMs: 60 * MINUTE, leastLeftMs: 50 * MINUTE };
  const agesBy = async (ms: number): Promise<unknown> =>
    redis.pexpire(body.key, (await redis.pttl(body.key)) - ms);
  const first = lead([body]);
  await admit(redis, keys, [first]);
  await agesBy(9 * MINUTE);
  expect(await admit(redis, keys, [lead([body])])).toMatchObject([
    { status: 'duplicate', runId: first.runId },
  ]);
  // Nor does the clock of whoever asks count: a run of an hour ago is the same lead.
  const slow = lead([body], newRunId(Date.now() - 60 * MINUTE));
  expect(await admit(redis, keys, [slow])).toMatchObject([{ status: 'duplicate', runId: first.runId }]);
  await agesBy(2 * MINUTE);
  expect(await admit(redis, keys, [first])).toEqual([{ status: 'repeated' }]);
  expect(await admit(redis, keys, [lead([body])])).toEqual([{ status: 'admitted' }]);
});

test('the same body twice in one group is one run', async () => {
  const { redis, keys, claim } = await setup();
  const body = { ...claim('body', 'x'), ttlMs: 60 * MINUTE, leastLeftMs: 50 * MINUTE };
  const [a, b] = [lead([body]), lead([body])];
  expect(await admit(redis, keys, [a, b])).toMatchObject([
    { status: 'admitted' },
    { status: 'duplicate', runId: a.runId },
  ]);
});

test('a claim stands for so long as it says, and no personal data stands in its key', async () => {
  const { redis, keys, claim } = await setup();
  const email = claim('email', 'mario@example.com');
  await admit(redis, keys, [lead([email])]);
  expect(await redis.pttl(email.key)).toEqual(expect.closeTo(ttlMs, -4));
  expect(email.key).not.toContain('mario');
  expect(keys.claim('task_1', 'email', 'mario@example.com')).toBe(email.key);
});

test('large events do not share an entry, and an event may come without a run', async () => {
  const { redis, keys } = await setup();
  const event = (bytes: number): Admission => ({
    runId: '',
    claims: [],
    event: JSON.stringify('x'.repeat(bytes)),
  });
  await admit(redis, keys, [event(900_000), event(900_000), event(2_000_000), event(1)]);
  expect(await redis.xlen(keys.runLog)).toBe(4);
});

test.each([
  ['waiting', {}],
  ['delayed', { delay: 50 }],
  ['prioritised', { priority: 7 }],
])('a job that is %s looks as if BullMQ had added it', async (_state, options) => {
  const { redis, keys } = await setup();
  const { delay = 0, priority } = options as { delay?: number; priority?: number };
  const { prefix, name } = keys.queue('preview');
  const plain = new Queue(name, {
    connection: redis,
    prefix: `${prefix}-plain`,
    skipVersionCheck: true,
    streams: { events: { maxLen: 1_000 } },
  });
  onTestFinished(() => plain.close());
  const jobs = Array.from({ length: priority === undefined ? 1 : 100 + priority * 10 }, () => stepJob());
  await admit(
    redis,
    keys,
    jobs.map((job) => ({
      runId: job.run_id,
      claims: [],
      step: { channel: 'preview', job, delayMs: delay },
    })),
  );
  const job = jobs.at(-1) ?? stepJob();
  await plain.add('step', job, { ...JOB_OPTIONS, ...options, jobId: stepJobId(job.run_id, 0) });
  const ours = await snapshot(redis, `${prefix}:${name}`, job.run_id);
  expect(ours).toEqual(await snapshot(redis, `${prefix}-plain:${name}`, job.run_id));
});

/** The job as Redis has it, and where it stands. */
async function snapshot(redis: Redis, queue: string, runId: string) {
  const id = stepJobId(runId, 0);
  const { timestamp, opts = '{}', ...fields } = await redis.hgetall(`${queue}:${id}`);
  return {
    fields,
    opts: JSON.parse(opts) as unknown,
    isRecent: Math.abs(Date.now() - Number(timestamp)) < 10_000,
    waits: await redis.lpos(`${queue}:wait`, id),
    turn: (await redis.zscore(`${queue}:prioritized`, id)) !== null,
    isDelayed: (await redis.zscore(`${queue}:delayed`, id)) !== null,
    marked: await redis.zrange(`${queue}:marker`, '0', '-1'),
    eventsKept: await redis.hget(`${queue}:meta`, 'opts.maxLenEvents'),
  };
}

test('jobs of a group wait in its order, and are counted as BullMQ counts them', async () => {
  const { redis, keys } = await setup();
  const { prefix, name } = keys.queue('preview');
  const jobs = Array.from({ length: 2_500 }, () => stepJob({ task_id: newTaskId() }));
  const group = jobs.map((job): Admission => ({
    runId: job.run_id,
    claims: [],
    step: { channel: 'preview', job },
  }));
  await admit(redis, keys, group);
  await admit(redis, keys, group.slice(0, 10));
  expect((await redis.lrange(`${prefix}:${name}:wait`, '0', '-1')).toReversed()).toEqual(
    jobs.map((job) => stepJobId(job.run_id, 0)),
  );
  expect(await redis.get(`${prefix}:${name}:id`)).toBe(String(jobs.length));
});

test('a plain BullMQ worker takes jobs of every kind', async () => {
  const { redis, keys } = await setup();
  const { prefix, name } = keys.queue('preview');
  const group = Array.from({ length: 150 }, (_, i): Admission => {
    const job = stepJob();
    return {
      runId: job.run_id,
      claims: [],
      step: { channel: 'preview', job, delayMs: i % 10 === 0 ? 30 : 0 },
    };
  });
  await admit(redis, keys, group);
  expect(await redis.zcard(`${prefix}:${name}:prioritized`)).toBeGreaterThan(0);
  const taken = new Set<string>();
  const worker = new Worker(name, async (job) => void taken.add((job.data as { run_id: string }).run_id), {
    connection: await open('block'),
    prefix,
  });
  onTestFinished(() => worker.close());
  await expect.poll(() => taken.size, { timeout: 10_000 }).toBe(150);
  expect(taken).toEqual(new Set(group.map(({ runId }) => runId)));
});
