import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startOwnRedis, until, type OwnRedis } from '@taskhook/testing';
import { post, type Answer } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

let redis: OwnRedis;
let ingress: RunningIngress;
beforeAll(async () => {
  redis = await startOwnRedis();
  ingress = await runIngress(1, redis.settings);
});
afterEach(() => redis.signal('SIGCONT'));
afterAll(async () => {
  await ingress.close();
  await redis.close();
});

const runOf = (answer: Answer): string => String(answer.body.leads?.[0]?.['run_id']);
const acceptedRuns = async (taskId: string): Promise<Set<string>> =>
  new Set(
    (await ingress.runLog(taskId)).flatMap((event) => (event.type === 'accepted' ? [event.run_id] : [])),
  );
const ready = async (): Promise<number> =>
  (await fetch(`http://127.0.0.1:${ingress.adminPort}/readyz`)).status;

function expectUnavailable({ status, body, headers }: Answer): void {
  expect([status, body['code']]).toEqual([503, 'unavailable']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
}

test('while Redis is frozen no lead is answered 200, each has its 503 in bounded time, and then all flows', async () => {
  const { url, taskId } = await ingress.task();
  await post(url, { ...mario, n: 0 });
  redis.signal('SIGSTOP');
  const start = performance.now();
  const answers = await Promise.all([1, 2, 3].map((n) => post(url, { ...mario, n })));
  answers.forEach(expectUnavailable);
  expect(performance.now() - start).toBeLessThan(8_000);
  expect(await ready()).toBe(503);
  redis.signal('SIGCONT');
  await until('ingress to be ready again', async () => (await ready()) === 200);
  const retries = await Promise.all([1, 2, 3].map((n) => post(url, { ...mario, n })));
  expect(retries.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await acceptedRuns(taskId)).size).toBe(4);
});

test('while Redis is gone every lead has its 503 at once, and ingress comes back by itself with Redis', async () => {
  const { url } = await ingress.task();
  await post(url, { ...mario, n: 0 });
  await redis.stop();
  const start = performance.now();
  expectUnavailable(await post(url, { ...mario, n: 1 }));
  expect(performance.now() - start).toBeLessThan(1_000);
  expect(await ready()).toBe(503);
  await redis.restart();
  await until('ingress to be ready again', async () => (await ready()) === 200);
  expect((await post(url, { ...mario, n: 1 })).status).toBe(200);
});

test('a Redis that is full takes no lead, and none is answered 200', async () => {
  const { url } = await ingress.task();
  await post(url, { ...mario, n: 0 });
  await ingress.redis.config('SET', 'maxmemory', '1');
  try {
    expectUnavailable(await post(url, { ...mario, n: 1 }));
    expectUnavailable(await post(url, '{'));
  } finally {
    await ingress.redis.config('SET', 'maxmemory', '0');
  }
  expect((await post(url, { ...mario, n: 1 })).status).toBe(200);
});

test('a lead that is claimed and cannot be written is no 200; its retry is the same run, once', async () => {
  const { url, taskId } = await ingress.task();
  const { runLog } = ingress.keys;
  await ingress.redis.rename(runLog, `${runLog}-aside`);
  await ingress.redis.set(runLog, 'not a stream');
  expectUnavailable(await post(url, mario));
  await ingress.redis.rename(`${runLog}-aside`, runLog);
  const retry = await post(url, mario);
  expect([retry.status, retry.body['status']]).toEqual([200, 'accepted']);
  expect([...(await acceptedRuns(taskId))]).toEqual([runOf(retry)]);
  expect(runOf(await post(url, mario))).toBe(runOf(retry));
});

test('a notification that cannot be written is no 200; its retry is the same runs, fetched once each', async () => {
  const source_connection = await ingress.connection('meta');
  const { url, taskId } = await ingress.task({ input: { source_connection } });
  const changes = ['71', '72'].map((leadgen_id) => ({ field: 'leadgen', value: { leadgen_id } }));
  const notification = { object: 'page', entry: [{ id: '7', changes }] };
  const { runLog } = ingress.keys;
  await ingress.redis.rename(runLog, `${runLog}-aside`);
  await ingress.redis.set(runLog, 'not a stream');
  expectUnavailable(await post(url, notification));
  await ingress.redis.rename(`${runLog}-aside`, runLog);
  const retry = await post(url, notification);
  expect([retry.status, retry.body['status']]).toEqual([200, 'accepted']);
  const runs = retry.body.leads?.map((lead) => lead['run_id']);
  expect([...(await acceptedRuns(taskId))].toSorted()).toEqual(runs?.toSorted());
  expect((await ingress.fetches(taskId)).map(({ run_id }) => run_id).toSorted()).toEqual(runs?.toSorted());
});

test('connections that Redis kills cost no lead', async () => {
  const { url, taskId } = await ingress.task();
  await post(url, { ...mario, n: -1 });
  const posts = Array.from({ length: 20 }, async (_, n) => {
    if (n === 10)
      await ingress.redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes').catch(() => undefined);
    return until('the lead to be taken', async () => {
      const answer = await post(url, { ...mario, n });
      return answer.status === 200 ? runOf(answer) : null;
    });
  });
  const runs = await Promise.all(posts);
  expect(new Set(runs).size).toBe(20);
  expect((await acceptedRuns(taskId)).size).toBe(21);
});
