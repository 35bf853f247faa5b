import { expect, test } from 'vitest';
import { until } from '@taskhook/testing';
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
