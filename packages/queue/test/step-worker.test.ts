import { expect, onTestFinished, test } from 'vitest';
import type { StepJob } from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import { createLeadQueues, startStepWorker, type StepVerdict, type StepWorkerOptions } from '../src/index.ts';
import { stepJob } from './builders.ts';
import { connect, open } from './connection.ts';

async function setup() {
  const { redis, keys } = await connect();
  const queues = createLeadQueues(redis, keys);
  onTestFinished(() => queues.close());
  const work = async (process: StepWorkerOptions['process'], more: Partial<StepWorkerOptions> = {}) => {
    const worker = startStepWorker({
      redis: await open('block'),
      keys,
      channel: 'preview',
      concurrency: 10,
      lockMs: 1_000,
      logger: silentLogger,
      abandoned: () => Promise.resolve(),
      process,
      ...more,
    });
    onTestFinished(() => worker.close());
    return worker;
  };
  return { redis, keys, queues, work };
}

const done: StepVerdict = { done: true };

test('a step that is added twice is worked on once, and leaves nothing behind', async () => {
  const { redis, keys, queues, work } = await setup();
  const job = stepJob();
  await queues.add([{ channel: 'preview', job }]);
  await queues.add([
    { channel: 'preview', job },
    { channel: 'preview', job: stepJob() },
  ]);
  const seen: StepJob[] = [];
  await work(async (step) => {
    seen.push(step);
    return done;
  });
  await expect.poll(() => seen.length).toBe(2);
  expect(seen[0]).toEqual(job);
  const stats = () => queues.stats('preview');
  await expect
    .poll(stats)
    .toMatchObject({ waiting: 0, delayed: 0, active: 0, failed: 0, oldestAgeSeconds: 0 });
  const { prefix, name } = keys.queue('preview');
  expect(await redis.exists(`${prefix}:${name}:${job.run_id}-0`)).toBe(0);
});

test('a postponed step comes again when it is due, with its new data', async () => {
  const { queues, work } = await setup();
  await queues.add([{ channel: 'preview', job: stepJob() }]);
  const seen: { attempts: number; at: number }[] = [];
  await work(async (job) => {
    seen.push({ attempts: job.attempts, at: Date.now() });
    if (job.attempts === 2) return done;
    return { done: false, dueAt: Date.now() + 100, job: { ...job, attempts: job.attempts + 1 } };
  });
  await expect.poll(() => seen.length).toBe(3);
  expect(seen.map(({ attempts }) => attempts)).toEqual([0, 1, 2]);
  expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(95);
});

test('a fault of the machinery brings the step again, and is no attempt of it', async () => {
  const { queues, work } = await setup();
  await queues.add([{ channel: 'preview', job: stepJob() }]);
  const attempts: number[] = [];
  await work(async (job) => {
    attempts.push(job.attempts);
    if (attempts.length < 3) throw new Error('redis went away');
    return done;
  });
  await expect.poll(() => attempts, { timeout: 10_000 }).toEqual([0, 0, 0]);
});

test('a job that is no step is given up at once and stays in the failed set', async () => {
  const { queues, work } = await setup();
  const bad = { ...stepJob(), lead: 'nobody' } as unknown as StepJob;
  await queues.add([{ channel: 'preview', job: bad }]);
  const seen: StepJob[] = [];
  await work(async (job) => {
    seen.push(job);
    return done;
  });
  await expect.poll(async () => (await queues.stats('preview')).failed).toBe(1);
  expect(seen).toEqual([]);
});

test('a waiting step can be removed, and the age of the oldest one is told', async () => {
  const { queues } = await setup();
  const [first, second] = [stepJob(), stepJob()];
  await queues.add([{ channel: 'preview', job: first }]);
  await queues.add([{ channel: 'preview', job: second, delayMs: 60_000 }]);
  await expect.poll(async () => (await queues.stats('preview')).oldestAgeSeconds).toBeGreaterThan(0.05);
  expect(await queues.stats('preview')).toMatchObject({ waiting: 1, delayed: 1 });
  expect(await queues.remove('preview', first.run_id, 0)).toBe(true);
  expect(await queues.remove('preview', second.run_id, 0)).toBe(true);
  expect(await queues.remove('preview', second.run_id, 0)).toBe(false);
  expect(await queues.stats('preview')).toMatchObject({ waiting: 0, delayed: 0 });
});

test('steps that wait on purpose are told from those that are due, also where nobody takes them', async () => {
  const { queues } = await setup();
  await queues.add([
    { channel: 'preview', job: stepJob() },
    { channel: 'preview', job: stepJob(), delayMs: 100 },
    { channel: 'preview', job: stepJob(), delayMs: 60_000 },
  ]);
  await expect.poll(async () => (await queues.stats('preview')).due).toBe(2);
  expect(await queues.stats('preview')).toMatchObject({ waiting: 1, delayed: 2, deferred: 1 });
});

test('a step whose time has come grows old though nobody is there to move it on', async () => {
  const { queues } = await setup();
  await queues.add([{ channel: 'preview', job: stepJob(), delayMs: 1 }]);
  await expect.poll(async () => (await queues.stats('preview')).oldestAgeSeconds).toBeGreaterThan(0.2);
});

test('a step that waited on purpose is as old as its due time', async () => {
  const { queues } = await setup();
  const job = stepJob({ due_at: Date.now() - 5_000 });
  await queues.add([{ channel: 'preview', job }]);
  const { oldestAgeSeconds } = await queues.stats('preview');
  expect(oldestAgeSeconds).toBeGreaterThanOrEqual(5);
  expect(oldestAgeSeconds).toBeLessThan(10);
});

test('closing waits for the step that is being worked on', async () => {
  const { queues, work } = await setup();
  await queues.add([{ channel: 'preview', job: stepJob() }]);
  let finish: (verdict: StepVerdict) => void = () => undefined;
  let started = false;
  const worker = await work(() => {
    started = true;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  await expect.poll(() => started).toBe(true);
  let closed = false;
  const closing = worker.close().then(() => {
    closed = true;
  });
  expect(closed).toBe(false);
  finish(done);
  await closing;
  expect(await queues.stats('preview')).toMatchObject({ waiting: 0, active: 0 });
});

test('a job that keeps stalling waits each time, and comes again', async () => {
  const { redis, keys, queues, work } = await setup();
  const job = stepJob();
  await queues.add([{ channel: 'preview', job }]);
  const { prefix, name } = keys.queue('preview');
  await redis.hset(`${prefix}:${name}:${job.run_id}-0`, 'stc', 3);
  const seen: StepJob[] = [];
  await work(async (step) => {
    seen.push(step);
    return done;
  });
  await expect.poll(() => queues.stats('preview')).toMatchObject({ waiting: 0, active: 0, delayed: 1 });
  expect(seen).toEqual([]);
  await expect.poll(() => seen.length, { timeout: 5_000 }).toBe(1);
  expect(seen[0]).toEqual(job);
});
