import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newRunId, type Problem, type Task } from '@taskhook/contracts';
import { startMongodb, startRedis, type EmbeddedServer } from '@taskhook/embedded';
import { freePorts, testSettings, until } from '@taskhook/testing';
import { accepted, life } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let folder: string;
let registry: Harness;
let mongodb: EmbeddedServer;
let redis: EmbeddedServer;
const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

const startOwnMongodb = (port: number) =>
  startMongodb({
    env: environment,
    durable: false,
    log: () => undefined,
    dataDir: join(folder, 'mongodb'),
    port,
  });
const startOwnRedis = (port: number) =>
  startRedis({ env: environment, durable: true, log: () => undefined, dataDir: join(folder, 'redis'), port });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskhook-outage-'));
  const [mongodbPort = 0, redisPort = 0] = await freePorts(2);
  mongodb = await startOwnMongodb(mongodbPort);
  redis = await startOwnRedis(redisPort);
  const settings = { ...testSettings(), mongodbUrl: `${mongodb.url}/outage`, redisUrl: redis.url };
  registry = await startHarness({ settings, environment: { READ_MODEL_CHECK_INTERVAL: '200ms' } });
}, 120_000);
afterAll(async () => {
  await registry.close();
  await mongodb.close();
  await redis.close();
  await rm(folder, { recursive: true, force: true });
});

const portOf = (server: EmbeddedServer) => Number(new URL(server.url).port);
const readiness = () => fetch(`http://127.0.0.1:${registry.service.adminPort}/readyz`);

it('answers 503 soon while MongoDB is away, keeps the log, and records it when it is back', async () => {
  const task = await registry.createTask();
  const port = portOf(mongodb);
  await mongodb.close();
  const before = Date.now();
  const { status, body, headers } = await registry.call<Problem>('GET', `/v1/tasks/${task.id}`);
  expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
  expect(Date.now() - before).toBeLessThan(4_000);
  expect((await readiness()).status).toBe(503);
  const ids = Array.from({ length: 5 }, () => newRunId());
  for (const id of ids) await registry.log(...life(id, task.id));
  const made = await registry.call<Problem>('POST', '/v1/tasks', { name: 'x' });
  expect([made.status, made.body.code]).toEqual([503, 'unavailable']);
  mongodb = await startOwnMongodb(port);
  for (const id of ids) await registry.runWhen(id, (run) => run.status === 'succeeded');
  await until('an empty log', async () => (await registry.redis.xlen(registry.keys.runLog)) === 0);
  await until('readiness', async () => (await readiness()).ok);
}, 90_000);

it('saves changes of tasks while Redis is away, publishes them when it is back, and starts no run meanwhile', async () => {
  const task = await registry.createTask();
  const port = portOf(redis);
  await redis.close();
  await until('the loss to be seen', async () => !(await readiness()).ok);
  const paused = await registry.call<Task>('POST', `/v1/tasks/${task.id}/pause`);
  expect([paused.status, paused.body.status]).toEqual([200, 'paused']);
  const test = await registry.call<Problem>('POST', `/v1/tasks/${task.id}/test`);
  expect([test.status, test.body.code, test.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
  redis = await startOwnRedis(port);
  const { keys } = registry;
  await until('the change', async () => {
    const text = await registry.redis.hget(keys.tasks, task.id);
    return (JSON.parse(text ?? '{}') as { status?: string }).status === 'paused';
  });
  const id = newRunId();
  await registry.log(accepted(id, task.id));
  await registry.runWhen(id, () => true);
  await until('readiness', async () => (await readiness()).ok);
}, 90_000);
