import { afterEach, expect, test } from 'vitest';
import { TaskhookError } from '@taskhook/errors';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { createApp } from './app.ts';
import { withDirectRoute } from './direct-route.ts';
import { createHttpMetrics } from './http-metrics.ts';
import { sendJson } from './send.ts';
import { startServer, type HttpServer } from './server.ts';

let server: HttpServer | undefined;
afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

async function start(metrics = createMetrics()): Promise<string> {
  const http = createHttpMetrics(metrics);
  const app = createApp({
    logger: silentLogger,
    metrics: http,
    routes: (router) => router.post('/d/:id', (request, response) => void response.send(request.params.id)),
  });
  const listener = withDirectRoute(
    app,
    {
      route: '/d/:id',
      methods: ['POST'],
      match: (url) => /^\/d\/([a-z]+)$/.exec(url)?.[1],
      handle: async (id, _request, response) => {
        if (id === 'refused') throw new TaskhookError('rate_limited', 'Said so.', { retryAfter: 7 });
        if (id === 'bug') throw new Error('password=hunter2');
        sendJson(response, { id });
      },
    },
    { logger: silentLogger, metrics: http },
  );
  server = await startServer({ host: '127.0.0.1', port: 0, listener });
  return `http://127.0.0.1:${server.port}`;
}

const post = (url: string): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'x-request-id': 'abc-1' } });

test('what matches is answered by the route, and the rest by the application', async () => {
  const base = await start();
  const direct = await post(`${base}/d/abc`);
  expect([direct.status, await direct.json()]).toEqual([200, { id: 'abc' }]);
  expect(direct.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await (await post(`${base}/d/ABC`)).text()).toBe('ABC');
  expect((await fetch(`${base}/d/abc`)).status).toBe(404);
});

test('its errors are problem details under the request id, and a bug tells nothing', async () => {
  const base = await start();
  const refused = await post(`${base}/d/refused`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await refused.json()).toMatchObject({ code: 'rate_limited', request_id: 'abc-1' });
  const bug = await post(`${base}/d/bug`);
  expect([bug.status, bug.headers.get('x-request-id')]).toEqual([500, 'abc-1']);
  expect(await bug.text()).not.toContain('hunter2');
});

test('both ways are measured under one route', async () => {
  const metrics = createMetrics();
  const base = await start(metrics);
  await post(`${base}/d/abc`);
  await post(`${base}/d/ABC`);
  await expect
    .poll(async () => (await metrics.expose()).text)
    .toContain('taskhook_http_requests_total{method="POST",route="/d/:id",status="200"} 2');
});
