import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startOwnRedis, until, type OwnRedis } from '@taskhook/testing';
import { heldReceiver } from './held-receiver.ts';
import { platform, startRunner } from './runner.ts';
import { tcpProxy } from './tcp-proxy.ts';

test('a runner outlives the loss of Redis: it says so, and takes steps again by itself', async () => {
  const world = await platform();
  const proxy = await tcpProxy(new URL(world.environment['REDIS_URL'] ?? ''));
  const crm = await heldReceiver();
  const service = await startRunner(world, { REDIS_URL: proxy.url, RUNNER_LOCK_DURATION: '1s' });
  const get = (path: string) => fetch(`http://127.0.0.1:${service.adminPort}${path}`);
  const task = await world.task({
    steps: [
      { id: 'crm', channel: 'http', request: { url: crm.url } },
      { id: 'b', channel: 'preview', message: { text: 'x' } },
    ],
  });
  const during = await world.lead(task);
  await until('the call', () => crm.waiting() === 1);

  proxy.cut();
  await until('the runner to notice', async () => (await get('/readyz')).status === 503);
  expect((await get('/livez')).status).toBe(200);
  const metrics = await (await get('/metrics')).text();
  expect(metrics).toContain('taskhook_attempts_total');
  expect(metrics).not.toContain('taskhook_queue_depth{');
  const later = await world.lead(task);
  crm.answer(200);

  proxy.mend();
  const answering = setInterval(() => crm.answer(200), 50);
  try {
    await world.reached(during, 'succeeded');
    await world.reached(later, 'succeeded');
    await until('readiness', async () => (await get('/readyz')).status === 200);
  } finally {
    clearInterval(answering);
  }
});

const AWAY_MS = 4_000;

/** What happens to Redis, and until when. */
const outages: Record<string, (redis: OwnRedis, killClients: () => Promise<unknown>) => Promise<unknown>> = {
  'its connections are killed': (_redis, killClients) => killClients(),
  'it stands still': async (redis) => {
    redis.signal('SIGSTOP');
    await sleep(AWAY_MS);
    redis.signal('SIGCONT');
  },
  'it is stopped and comes back': async (redis) => {
    await redis.stop();
    await sleep(AWAY_MS);
    await redis.restart();
  },
};

/** Longer than any pause between two tries to connect, and than BullMQ's pause after an error. */
const FLOWS_AGAIN_MS = 10_000;

test.each(Object.keys(outages))(
  'steps flow again within seconds after Redis had an outage, and nothing is started anew: %s',
  { timeout: 90_000 },
  async (name) => {
    const redis = await startOwnRedis();
    onTestFinished(() => redis.close());
    const world = await platform(redis.settings);
    // Shorter than the outage: it must not be taken for the worker's fault.
    const service = await startRunner(world, { RUNNER_WATCHDOG: '3s' });
    const task = await world.task({});
    await world.reached(await world.lead(task), 'succeeded');
    await outages[name]?.(redis, () => world.redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
    const start = performance.now();
    await world.reached(await world.lead(task), 'succeeded');
    expect(performance.now() - start).toBeLessThan(FLOWS_AGAIN_MS);
    const get = (path: string) => fetch(`http://127.0.0.1:${service.adminPort}${path}`);
    await until('readiness', async () => (await get('/readyz')).status === 200);
    expect(await (await get('/metrics')).text()).not.toContain('taskhook_worker_restarts_total{');
  },
);
