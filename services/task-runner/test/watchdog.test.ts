import { expect, test } from 'vitest';
import { until } from '@taskhook/testing';
import { heldReceiver } from './held-receiver.ts';
import { platform, startRunner } from './runner.ts';
import { spawnRunner } from './spawn-runner.ts';
import { tcpProxy } from './tcp-proxy.ts';

const WORKER = 'taskhook-runner-worker-preview';

async function setup() {
  const world = await platform();
  const proxy = await tcpProxy(new URL(world.environment['REDIS_URL'] ?? ''));
  return { world, proxy, task: await world.task({}) };
}

test('a worker whose connection has died in silence says so, is started anew, and takes the steps that waited', async () => {
  const { world, proxy, task } = await setup();
  const service = await startRunner(world, { REDIS_URL: proxy.url, RUNNER_WATCHDOG: '3s' });
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${service.adminPort}${path}`)).text();
  await world.reached(await world.lead(task), 'succeeded');
  proxy.swallow(WORKER, 'those open');
  const runIds = await Promise.all(Array.from({ length: 3 }, () => world.lead(task)));
  await until('the runner to tell', async () => (await get('/readyz')).includes('preview for'));
  expect(await get('/readyz')).toMatch(/due work waits and none is taken: preview for \d+ s/);
  for (const runId of runIds) await world.reached(runId, 'succeeded');
  await until('readiness', async () => (await get('/readyz')).includes('"workers":"ok"'));
  expect(await get('/metrics')).toContain('taskhook_worker_restarts_total{worker="preview"} 1\n');
  await until('the gauge to fall', async () =>
    (await get('/metrics')).includes('taskhook_worker_stuck_seconds{worker="preview"} 0\n'),
  );
});

test('a runner whose worker stays stuck ends, for its supervisor to start another', async () => {
  const { world, proxy, task } = await setup();
  const runner = await spawnRunner(world, {
    REDIS_URL: proxy.url,
    RUNNER_WATCHDOG: '2s',
    SHUTDOWN_TIMEOUT: '2s',
  });
  proxy.swallow(WORKER, 'all');
  await world.lead(task);
  expect(await runner.exited).toBe(1);
  expect(runner.output()).toContain('worker takes no due work and is started anew');
  expect(runner.output()).toContain('service has failed');
});

test('a worker with its hands full, and a queue that is paused, give no alarm', async () => {
  const { world, task: paused } = await setup();
  const crm = await heldReceiver();
  const service = await startRunner(world, {
    RUNNER_WATCHDOG: '500ms',
    RUNNER_CONCURRENCY: '1',
    SHUTDOWN_TIMEOUT: '1s',
  });
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${service.adminPort}${path}`)).text();
  const slow = await world.task({ steps: [{ id: 'crm', channel: 'http', request: { url: crm.url } }] });
  await world.lead(slow);
  await until('the call', () => crm.waiting() === 1);
  await world.lead(slow);
  const { prefix, name } = world.keys.queue('preview');
  await world.redis.hset(`${prefix}:${name}:meta`, 'paused', '1');
  await world.lead(paused);
  // Four times as long as what would be too long for a worker that could take something.
  const end = performance.now() + 2_000;
  while (performance.now() < end) expect(await get('/readyz')).toContain('"workers":"ok"');
  expect(await get('/metrics')).not.toContain('taskhook_worker_restarts_total{');
});
