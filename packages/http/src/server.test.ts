import { connect, type Socket } from 'node:net';
import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { Refused, ServerLimits } from './server-limits.ts';
import { startServer, type HttpServer } from './server.ts';

let server: HttpServer | undefined;
let refused: Refused[] = [];
afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

async function start(limits: Partial<ServerLimits>, listener: RequestListener = silent): Promise<number> {
  refused = [];
  const told = { ...limits, refused: (what: Refused) => void refused.push(what) };
  server = await startServer({ host: '127.0.0.1', port: 0, listener, limits: told });
  return server.port;
}

/** Reads nothing and answers nothing. */
const silent: RequestListener = () => undefined;

/** Writes, and gives what is heard until the server ends the connection. */
async function heard(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(request);
  let answer = '';
  try {
    for await (const chunk of socket) answer += String(chunk);
  } catch {
    // A connection that is closed as it comes may be reset.
  }
  return answer;
}

const head = 'POST / HTTP/1.1\r\nhost: x\r\n';

test.each([
  ['a head that does not end', head],
  ['a body that does not end', `${head}content-length: 10\r\n\r\nabc`],
])('%s is cut after its time, with 408', async (_what, request) => {
  const port = await start({ headersTimeoutMs: 200, requestTimeoutMs: 200 });
  const answer = await heard(port, request);
  expect(answer).toMatch(/^HTTP\/1\.1 408 [^]*"code":"invalid_request"/);
  expect(refused).toEqual(['slow_request']);
});

test('requests beyond what may be in flight hear 503 at once, and those after them are taken again', async () => {
  const answers: (() => void)[] = [];
  const port = await start({ maxRequests: 2 }, (_request, response) => {
    answers.push(() => void response.end('done'));
  });
  const url = `http://127.0.0.1:${port}`;
  const first = [fetch(url), fetch(url)];
  await expect.poll(() => answers.length).toBe(2);
  const over = await fetch(url, { method: 'POST', body: 'x'.repeat(100_000) });
  expect([over.status, over.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await over.json()).toMatchObject({ status: 503, code: 'unavailable' });
  expect(refused).toEqual(['request']);
  for (const answer of answers) answer();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  const after = fetch(url);
  await expect.poll(() => answers.length).toBe(3);
  answers[2]?.();
  expect((await after).status).toBe(200);
});

test('connections beyond what may be open are closed as they come', async () => {
  const port = await start({ maxConnections: 2 });
  const open: Socket[] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  await Promise.all(open.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  expect(await heard(port, `${head}\r\n`)).toBe('');
  expect(refused).toEqual(['connection']);
  for (const socket of open) socket.destroy();
});
