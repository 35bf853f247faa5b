import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  freePorts,
  spawnService,
  testEnvironment,
  testSettings,
  until,
  untilReady,
  type ServiceProcess,
} from '@taskhook/testing';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

const settings = testSettings();
const processes: ServiceProcess[] = [];

/** Publishes the tasks and looks at Redis; the process under test is another one. */
let beside: RunningIngress;
beforeAll(async () => {
  beside = await runIngress(1, settings);
});
afterEach(async () => {
  for (const service of processes) service.kill('SIGKILL');
  await Promise.all(processes.splice(0).map(({ exited }) => exited));
});
afterAll(() => beside.close());

function spawnIngress(changes: Record<string, string>): ServiceProcess {
  const service = spawnService('ingress', { ...testEnvironment(settings), ...changes });
  processes.push(service);
  return service;
}

async function startIngress(): Promise<{
  service: ServiceProcess;
  port: number;
  ready: () => Promise<number>;
}> {
  const [port = 0, adminPort = 0] = await freePorts(2);
  const service = spawnIngress({ INGRESS_PORT: String(port), INGRESS_ADMIN_PORT: String(adminPort) });
  const url = `http://127.0.0.1:${adminPort}/readyz`;
  await untilReady(url, service);
  const ready = async () => (await fetch(url)).status;
  return { service, port, ready };
}

const body = JSON.stringify(mario);
const half = Math.floor(body.length / 2);

/** A request whose body has come half-way: the server has begun with it once it says to continue. */
async function halfARequest(port: number, token: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  const head = `POST /w/${token} HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(head);
  await once(socket, 'data');
  socket.write(body.slice(0, half));
  return socket;
}

test('a lead that is half-way in at SIGTERM is finished, no other is taken, and the exit code is 0', async () => {
  const { token, taskId } = await beside.task();
  const { service, port, ready } = await startIngress();
  const socket = await halfARequest(port, token);
  service.kill('SIGTERM');
  await until('the service to be not ready', async () => (await ready()) === 503);
  await expect(fetch(`http://127.0.0.1:${port}/w/${token}`, { method: 'POST', body })).rejects.toThrow(
    'fetch failed',
  );
  socket.write(body.slice(half));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(await service.exited).toBe(0);
  expect(await beside.runLog(taskId)).toHaveLength(1);
});

test('a second signal ends it at once', async () => {
  const { token } = await beside.task();
  const { service, port, ready } = await startIngress();
  const socket = await halfARequest(port, token);
  socket.on('error', () => undefined);
  service.kill('SIGTERM');
  await until('the service to be not ready', async () => (await ready()) === 503);
  const start = performance.now();
  service.kill('SIGTERM');
  expect(await service.exited).toBe(1);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('an idle service stops at once', async () => {
  const { service } = await startIngress();
  service.kill('SIGINT');
  expect(await service.exited).toBe(0);
});

test('every problem of the configuration is told at once', async () => {
  const service = spawnIngress({ REDIS_URL: '', INGRESS_PORT: 'http', LOG_LEVEL: 'loud' });
  expect(await service.exited).toBe(1);
  expect(service.output()).toMatch(/REDIS_URL is required/);
  expect(service.output()).toMatch(/INGRESS_PORT must be a whole number/);
  expect(service.output()).toMatch(/LOG_LEVEL must be one of/);
});

test('a Redis that cannot be reached ends the start with one clear line', async () => {
  const [port = 0] = await freePorts(1);
  const service = spawnIngress({ REDIS_URL: `redis://:hunter2@127.0.0.1:${port}`, LOG_LEVEL: 'error' });
  expect(await service.exited).toBe(1);
  expect(service.output().trim().split('\n')).toHaveLength(1);
  expect(service.output()).toContain(`Redis cannot be reached at 127.0.0.1:${port}`);
  expect(service.output()).not.toContain('hunter2');
});
