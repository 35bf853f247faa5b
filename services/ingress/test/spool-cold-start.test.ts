import { mkdtemp, rm, stat, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '@taskhook/config';
import { silentLogger } from '@taskhook/telemetry';
import { startOwnRedis, testEnvironment, until, type OwnRedis } from '@taskhook/testing';
import { configTable } from '../src/config.ts';
import { startService, type IngressService } from '../src/service.ts';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { expectOnce, runOf } from './spooling-ingress.ts';
import { mario } from './task-entry.ts';

let redis: OwnRedis;
let folder: string;
/** Publishes tasks and looks at Redis, without a spool. */
let beside: RunningIngress;
const services: IngressService[] = [];
beforeEach(async () => {
  redis = await startOwnRedis();
  folder = await mkdtemp(join(tmpdir(), 'taskhook-spool-'));
  beside = await runIngress(1, redis.settings);
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
  await beside.close();
  await redis.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(changes: Record<string, string> = {}): Promise<IngressService> {
  const environment = { ...testEnvironment(redis.settings), INGRESS_SPOOL_DIR: folder, ...changes };
  const service = await startService(loadConfig(configTable, environment), silentLogger);
  services.push(service);
  return service;
}
async function stop(service: IngressService): Promise<void> {
  services.splice(services.indexOf(service), 1);
  expect(await service.close()).toEqual([]);
}
const readyz = async ({ adminPort }: IngressService) => {
  const answer = await fetch(`http://127.0.0.1:${adminPort}/readyz`);
  return { http: answer.status, ...((await answer.json()) as { checks: Record<string, string> }) };
};
const urlOf = ({ port }: IngressService, token: string): string => `http://127.0.0.1:${port}/w/${token}`;

test('an ingress that starts while Redis is down knows its tasks, takes leads, and says so; they arrive with Redis', async () => {
  const { token, taskId } = await beside.task();
  const first = await start();
  // The copy on disk has the task before anybody has asked for it.
  await until(
    'the task to be known',
    async () => (await post(urlOf(first, token), { ...mario, n: 0 })).status === 200,
  );
  const known = await post(urlOf(first, token), { ...mario, n: 0 });
  await stop(first);
  await redis.stop();
  const second = await start();
  const answers = [await post(urlOf(second, token), { ...mario, n: 1 })];
  answers.push(await post(urlOf(second, token), { ...mario, n: 2 }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await readyz(second)).toMatchObject({
    http: 200,
    checks: {
      redis: 'leads go to the spool: it takes no leads',
      spool: expect.stringMatching(/^2 entries, \d+ bytes$/) as string,
    },
  });
  await redis.restart();
  await until('the leads to arrive', async () => (await readyz(second)).checks['spool'] === 'empty');
  await expectOnce(beside, taskId, [known, ...answers]);
  await until('all to be copied', async () => (await readyz(second)).checks['read_model'] === 'ok');
  expect(await readyz(second)).toMatchObject({ http: 200, checks: { redis: 'ok' } });
});

test('an address that is not known is no 404 while Redis is down, and one again when it is back', async () => {
  const { token } = await beside.task();
  const service = await start();
  await until('the task to be known', async () => (await post(urlOf(service, token), mario)).status === 200);
  await redis.stop();
  const unknown = urlOf(service, 'AAAAAAAAAAAAAAAAAAAAAA');
  const answer = await post(unknown, mario);
  expect([answer.status, answer.body['code']]).toEqual([503, 'unavailable']);
  expect((await post(urlOf(service, token), { ...mario, n: 1 })).status).toBe(200);
  await redis.restart();
  await until('the address to be unknown', async () => (await post(unknown, mario)).status === 404);
});

test('a task that changes is known as it is now when Redis goes', async () => {
  const { token, taskId } = await beside.task();
  const service = await start();
  await until('the task to be known', async () => (await post(urlOf(service, token), mario)).status === 200);
  await beside.task({ token, taskId, revision: 2, status: 'paused' });
  await until(
    'the pause to be known',
    async () => (await post(urlOf(service, token), { ...mario, n: 1 })).body['status'] === 'held',
  );
  await redis.stop();
  await stop(service);
  const second = await start();
  expect((await post(urlOf(second, token), { ...mario, n: 2 })).body['status']).toBe('held');
  await redis.restart();
});

test('without tasks on disk a Redis that is down ends the start, with a clear line', async () => {
  await redis.stop();
  await expect(start()).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringContaining('Redis cannot be reached') as string,
  });
  await redis.restart();
});

test('a spool that cannot be kept ends the start, with a clear line', async () => {
  await expect(start({ INGRESS_SPOOL_DIR: '/dev/null/spool' })).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringContaining('name another in INGRESS_SPOOL_DIR') as string,
  });
});

test('two instances share a folder, each with a spool of its own, for its owner alone', async () => {
  const { token, taskId } = await beside.task();
  const [one, two] = [await start(), await start()];
  await until(
    'the task to be known',
    async () => (await post(urlOf(two, token), { ...mario, n: 0 })).status === 200,
  );
  const before = [await post(urlOf(one, token), { ...mario, n: 0 })];
  await redis.stop();
  const answers = await Promise.all(
    [one, two].map((service, n) => post(urlOf(service, token), { ...mario, n: n + 1 })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await readdir(folder)).toSorted()).toEqual(['0', '1']);
  expect((await stat(join(folder, '0'))).mode & 0o777).toBe(0o700);
  await redis.restart();
  await until('both to be empty', async () => {
    const states = await Promise.all([one, two].map(readyz));
    return states.every(({ checks }) => checks['spool'] === 'empty');
  });
  await expectOnce(beside, taskId, [...before, ...answers]);
  expect(runOf(answers[0])).not.toBe(runOf(answers[1]));
});
