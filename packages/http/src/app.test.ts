import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { errorCodes, TaskhookError } from '@taskhook/errors';
import { createMetrics, silentLogger } from '@taskhook/telemetry';
import { createApp } from './app.ts';
import { jsonBody, rawBody } from './body.ts';
import { createHttpMetrics } from './http-metrics.ts';
import { startServer, type HttpServer } from './server.ts';
import { httpStatus } from './status.ts';

let server: HttpServer | undefined;
afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

async function start(metrics = createMetrics()): Promise<string> {
  const app = createApp({
    logger: silentLogger,
    metrics: createHttpMetrics(metrics),
    routes: (router) => {
      router.post('/raw', rawBody, (request, response) => {
        const body: unknown = request.body;
        response.send(Buffer.isBuffer(body) ? body.toString('hex') : 'none');
      });
      router.post(
        '/json',
        jsonBody,
        (request, response) => void response.json({ got: request.body ?? null }),
      );
      router.get('/fail/:code', (request) => {
        const code = request.params['code'] as keyof typeof errorCodes;
        throw new TaskhookError(code, 'Said so.', {
          retryAfter: 7,
          errors: [{ field: 'a', message: 'is wrong' }],
        });
      });
      router.get('/bug', () => {
        throw new Error('password=hunter2');
      });
    },
  });
  server = await startServer({ host: '127.0.0.1', port: 0, listener: app });
  return `http://127.0.0.1:${server.port}`;
}

test('an error is answered as problem details with its code, its fields and the request id', async () => {
  const base = await start();
  const response = await fetch(`${base}/fail/rate_limited`, { headers: { 'x-request-id': 'abc-1' } });
  expect(response.status).toBe(429);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(response.headers.get('retry-after')).toBe('7');
  expect(await response.json()).toEqual({
    type: 'urn:taskhook:problem:rate_limited',
    title: 'Too Many Requests',
    status: 429,
    code: 'rate_limited',
    detail: 'Said so.',
    request_id: 'abc-1',
    errors: [{ field: 'a', message: 'is wrong' }],
  });
});

test('a bug is told to nobody but the log', async () => {
  const base = await start();
  const response = await fetch(`${base}/bug`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('hunter2');
});

test.each(Object.keys(errorCodes))(
  'the code %s has one HTTP status, and 500 where it has none',
  async (code) => {
    const base = await start();
    const { status } = await fetch(`${base}/fail/${code}`);
    expect(status).toBe(httpStatus[code as keyof typeof errorCodes] ?? 500);
  },
);

test('an unknown route and an address that is not well-formed give 404', async () => {
  const base = await start();
  expect((await fetch(`${base}/nowhere`)).status).toBe(404);
  expect((await fetch(`${base}/fail/%E0%A4%A`)).status).toBe(404);
});

test('a request id that could break a log line is replaced', async () => {
  const base = await start();
  const response = await fetch(`${base}/nowhere`, { headers: { 'x-request-id': 'a b"c' } });
  expect(response.headers.get('x-request-id')).toMatch(/^req_/);
});

test.each([
  ['/raw', 'x'.repeat(1_048_577), {}, 413, 'body_too_large'],
  ['/raw', 'abc', { 'content-encoding': 'zstd-nope' }, 415, 'unsupported_media_type'],
  ['/raw', 'not gzip', { 'content-encoding': 'gzip' }, 400, 'malformed_body'],
  ['/json', '{"a":', {}, 400, 'malformed_body'],
] as const)('a bad body at %s is refused with a clear code', async (path, body, headers, status, code) => {
  const base = await start();
  const response = await fetch(base + path, { method: 'POST', body, headers });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
});

test('a body of exactly the limit is taken', async () => {
  const base = await start();
  const response = await fetch(`${base}/raw`, { method: 'POST', body: Buffer.alloc(1_048_576) });
  expect(response.status).toBe(200);
});

test('requests are counted by route pattern, aborted ones too', async () => {
  const metrics = createMetrics();
  const base = await start(metrics);
  await fetch(`${base}/fail/not_found`);
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  socket.write('POST /raw HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc', () => socket.destroy());
  await expect
    .poll(async () => (await metrics.expose()).text)
    .toContain('taskhook_http_requests_total{method="POST",route="/raw",status="aborted"} 1');
  expect((await metrics.expose()).text).toContain('route="/fail/:code",status="404"} 1');
});

async function exchange(base: string, request: string, end = false): Promise<string> {
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  if (end) socket.end(request);
  else socket.write(request);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

test.each([
  ['no HTTP at all', 'HELLO\r\n\r\n', 400],
  ['headers that never end', `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s gets problem details, too', async (_what, request, status) => {
  const base = await start();
  const answer = await exchange(base, request);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code: 'invalid_request' });
});

test('a sender that closes its half after the request gets its answer', async () => {
  const base = await start();
  const request = 'POST /raw HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\n\r\nab';
  expect(await exchange(base, request, true)).toContain('6162');
});
