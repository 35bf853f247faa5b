import { afterEach, expect, test } from 'vitest';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { startAdminServer, type ReadinessCheck } from './admin.ts';
import type { HttpServer } from './server.ts';

let server: HttpServer | undefined;
afterEach(() => server?.close(0));

async function start(checks: Record<string, ReadinessCheck>): Promise<string> {
  const metrics = createMetrics();
  metrics.counter({ name: 'taskhook_test_total', help: 'A test' }).inc();
  server = await startAdminServer({ host: '127.0.0.1', port: 0, logger: silentLogger, metrics, checks });
  return `http://127.0.0.1:${server.port}`;
}

test('readiness names the check that failed and why, while liveness stays', async () => {
  const base = await start({
    redis: () => undefined,
    mongodb: () => Promise.reject(new Error('not connected')),
  });
  const ready = await fetch(`${base}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({
    status: 'unavailable',
    checks: { redis: 'ok', mongodb: 'not connected' },
  });
  expect((await fetch(`${base}/livez`)).status).toBe(200);
});

test('a check that hangs counts as failed', async () => {
  const base = await start({ redis: () => new Promise(() => undefined) });
  const ready = await fetch(`${base}/readyz`);
  expect(await ready.json()).toMatchObject({ checks: { redis: 'no answer in time' } });
});

test('metrics come in the text format of Prometheus', async () => {
  const base = await start({});
  const response = await fetch(`${base}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  expect(await response.text()).toContain('taskhook_test_total 1');
});
