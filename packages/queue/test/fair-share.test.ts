import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newRunId, type StepJob } from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import { createLeadQueues, startStepWorker, type StepWorkerOptions } from '../src/index.ts';
import { stepJob } from './builders.ts';
import { connect, open } from './connection.ts';

async function setup() {
  const { redis, keys } = await connect();
  const queues = createLeadQueues(redis, keys);
  onTestFinished(() => queues.close());
  const { prefix, name } = keys.queue('preview');
  const add = async (task_id: string, count: number, delayMs = 0): Promise<StepJob[]> => {
    const jobs = Array.from({ length: count }, () => stepJob({ task_id, run_id: newRunId() }));
    for (let at = 0; at < count; at += 100) {
      await queues.add(jobs.slice(at, at + 100).map((job) => ({ channel: 'preview', job, delayMs })));
    }
    return jobs;
  };
  const work = async (process: (job: StepJob) => Promise<void>, more: Partial<StepWorkerOptions> = {}) => {
    const worker = startStepWorker({
      redis: await open('block'),
      keys,
      channel: 'preview',
      concurrency: 1,
      lockMs: 30_000,
      logger: silentLogger,
      abandoned: () => Promise.resolve(),
      process: async (job) => {
        await process(job);
        return { done: true };
      },
      ...more,
    });
    onTestFinished(() => worker.close());
  };
  return {
    redis,
    queues,
    add,
    work,
    unfinished: (task: string) => redis.hget(`${prefix}:${name}:unfinished`, task),
    unfinishedKey: `${prefix}:${name}:unfinished`,
    size: () => redis.zcard(`${prefix}:${name}:prioritized`),
  };
}

/** Works on everything that waits; gives the tasks in the order in which their jobs were taken. */
async function takeAll({ queues, work }: Awaited<ReturnType<typeof setup>>): Promise<StepJob[]> {
  const taken: StepJob[] = [];
  await work(async (job) => void taken.push(job));
  await expect.poll(async () => (await queues.stats('preview')).waiting, { timeout: 20_000 }).toBe(0);
  return taken;
}

test('the lead of a quiet task is taken almost at once from behind five thousand of a busy one', async () => {
  const world = await setup();
  await world.add('busy', 5_000);
  let taken = 0;
  const quiet = Promise.withResolvers<number>();
  await world.work(
    async ({ task_id }) => {
      taken += 1;
      if (task_id === 'quiet') quiet.resolve(taken);
      await sleep(20);
    },
    { concurrency: 10 },
  );
  await expect.poll(() => taken, { timeout: 10_000 }).toBeGreaterThan(150);
  const before = taken;
  await world.add('quiet', 1);
  expect((await quiet.promise) - before).toBeLessThan(50);
  expect(await world.size()).toBeGreaterThan(4_000);
});

test('two bursts take turns, whoever came first, and each keeps its order', async () => {
  const world = await setup();
  const first = await world.add('first', 600);
  const second = await world.add('second', 400);
  const taken = await takeAll(world);
  const at = (task: string): number[] => taken.flatMap(({ task_id }, i) => (task_id === task ? [i] : []));
  // The hundred free ones of each go first; then ten and ten, until the second has none left.
  const [lastOfSecond = 0] = at('second').slice(-1);
  expect(lastOfSecond).toBeGreaterThan(750);
  expect(lastOfSecond).toBeLessThan(850);
  for (const [task, jobs] of [['first', first] as const, ['second', second] as const]) {
    const order = taken.filter(({ task_id }) => task_id === task).map(({ run_id }) => run_id);
    expect(order).toEqual(jobs.map(({ run_id }) => run_id));
  }
});

test('a task whose backlog shrinks goes on behind it, not before', async () => {
  const world = await setup();
  const old = await world.add('busy', 150);
  for (const job of old.slice(0, 100)) await world.queues.remove('preview', job.run_id, 0);
  expect(await world.unfinished('busy')).toBe('50');
  const late = await world.add('busy', 20);
  const taken = await takeAll(world);
  expect(taken.map(({ run_id }) => run_id)).toEqual([...old.slice(100), ...late].map(({ run_id }) => run_id));
});

test('delayed steps of a burst do not hold up another task when they are due', async () => {
  const world = await setup();
  await world.add('burst', 500, 300);
  await sleep(400);
  const start = Promise.withResolvers<void>();
  const taken: string[] = [];
  await world.work(async ({ task_id }) => {
    taken.push(task_id);
    await start.promise;
  });
  await expect.poll(() => taken.length, { timeout: 10_000 }).toBe(1);
  await world.add('other', 1);
  start.resolve();
  await expect.poll(() => taken.length, { timeout: 20_000 }).toBe(501);
  expect(taken.indexOf('other')).toBeLessThan(110);
});

test('counts go down with what is done or removed, and never below nothing', async () => {
  const world = await setup();
  const [job] = await world.add('a', 30);
  if (job === undefined) throw new Error('no job');
  await world.queues.remove('preview', job.run_id, 0);
  expect(await world.unfinished('a')).toBe('29');
  expect(await world.queues.remove('preview', job.run_id, 0)).toBe(false);
  await world.redis.hset(world.unfinishedKey, 'a', '3');
  await takeAll(world);
  await expect.poll(() => world.redis.exists(world.unfinishedKey)).toBe(0);
});

test('a count that is too high after a worker was lost mends itself', async () => {
  const world = await setup();
  await world.redis.hset(world.unfinishedKey, 'a', '5000', 'gone', '7');
  await world.add('a', 10);
  expect(await world.size()).toBe(0);
  expect(await world.unfinished('a')).toBe('10');
  await takeAll(world);
  await expect.poll(() => world.redis.exists(world.unfinishedKey)).toBe(0);
});

test('a step that is added twice is counted once', async () => {
  const world = await setup();
  const [job] = await world.add('a', 1);
  if (job === undefined) throw new Error('no job');
  await world.queues.add([{ channel: 'preview', job }]);
  expect(await world.unfinished('a')).toBe('1');
});
