import { once } from 'node:events';
import { connect } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

const json = JSON.stringify(mario);

/** Speaks to the server byte by byte; gives everything that it answers until it closes. */
async function speak(...lines: string[]): Promise<string> {
  const socket = connect(ingress.ports[0] ?? 0, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
  });
  for (const line of lines) socket.write(line);
  await once(socket, 'close');
  return heard;
}

test.each(['GET', 'HEAD', 'DELETE', 'PATCH'])('%s gives 405 and says what is allowed', async (method) => {
  const { url } = await ingress.task();
  const response = await fetch(url, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST, PUT, OPTIONS');
  const code = method === 'HEAD' ? '' : '"code":"method_not_allowed"';
  expect(await response.text()).toContain(code);
});

test('a browser may ask before it posts from any page, with any header', async () => {
  const { url } = await ingress.task();
  const response = await fetch(url, {
    method: 'OPTIONS',
    headers: { origin: 'https://landing.example', 'access-control-request-method': 'POST' },
  });
  expect(response.status).toBe(204);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, PUT, OPTIONS',
    'access-control-allow-headers': expect.stringMatching(/content-type.*\*/) as string,
    'access-control-max-age': '86400',
  });
});

test('a page may read every answer, those of errors too', async () => {
  const { url } = await ingress.task();
  const answers = [await post(url, mario), await post(url, '{'), await post(`${url}x`, mario)];
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 404]);
  for (const { headers } of answers) expect(headers.get('access-control-allow-origin')).toBe('*');
});

test('anything but a webhook is not found', async () => {
  const answer = await post(`http://127.0.0.1:${ingress.ports[0]}/`, mario);
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test('an unknown webhook is refused before its body has arrived', async () => {
  const socket = connect(ingress.ports[0] ?? 0, '127.0.0.1');
  socket.write('POST /w/unknown HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{');
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(chunk.toString()).toContain('404 Not Found');
});

test.each([
  ['no content type', json, {}],
  ['text/plain', json, { 'content-type': 'text/plain' }],
  ['a form type over JSON', json, { 'content-type': 'application/x-www-form-urlencoded' }],
  ['gzip', gzipSync(json), { 'content-encoding': 'gzip' }],
  ['deflate', deflateSync(json), { 'content-encoding': 'deflate' }],
  ['a byte order mark', `\ufeff${json}`, {}],
] as [string, string | Uint8Array, Record<string, string>][])(
  'a JSON body with %s is taken',
  async (_what, body, headers) => {
    const { url, taskId } = await ingress.task();
    expect((await post(url, body, headers)).status).toBe(200);
    expect(await ingress.runLog(taskId)).toMatchObject([{ lead: { full_name: 'Mario Rossi' } }]);
  },
);

test.each([
  ['an unknown encoding', { 'content-encoding': 'rot13' }, 415, 'unsupported_media_type'],
  ['a broken gzip', { 'content-encoding': 'gzip' }, 400, 'malformed_body'],
] as [string, Record<string, string>, number, string][])(
  'a body with %s gives a clear problem and is kept as it came',
  async (_what, headers, status, code) => {
    const { url, taskId } = await ingress.task();
    expect(await post(url, json, headers)).toMatchObject({ status, body: { status, code } });
    const request = { headers, body: Buffer.from(json).toString('base64') };
    expect(await ingress.runLog(taskId)).toMatchObject([{ type: 'quarantined', code, request }]);
  },
);

test('a small body that unpacks to a large one gives 413', async () => {
  const { url, taskId } = await ingress.task();
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  expect(await post(url, bomb, { 'content-encoding': 'gzip' })).toMatchObject({
    status: 413,
    body: { code: 'body_too_large' },
  });
  expect(await ingress.runLog(taskId)).toEqual([]);
});

test('a body in chunks that grows past the limit gives 413', async () => {
  const { token } = await ingress.task();
  const head = `POST /w/${token} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n`;
  const chunk = `80000\r\n${'x'.repeat(0x80000)}\r\n`;
  expect(await speak(head, chunk, chunk, chunk, '0\r\n\r\n')).toMatch(/^HTTP\/1\.1 413 [^]*body_too_large/);
});

test('a body in chunks is taken', async () => {
  const { token } = await ingress.task();
  const head = `POST /w/${token} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n`;
  const half = Math.floor(json.length / 2);
  const chunks = [json.slice(0, half), json.slice(half), ''].map(
    (part) => `${part.length.toString(16)}\r\n${part}\r\n`,
  );
  expect(await speak(head, ...chunks)).toMatch(/^HTTP\/1\.1 200 OK[^]*"status":"accepted"/);
});

test('HTTP/1.0 is taken', async () => {
  const { token } = await ingress.task();
  const heard = await speak(`POST /w/${token} HTTP/1.0\r\ncontent-length: ${json.length}\r\n\r\n${json}`);
  expect(heard).toMatch(/ 200 OK[^]*"status":"accepted"/);
});

test('a sender that waits for 100 Continue is told to go on', async () => {
  const { token } = await ingress.task();
  const socket = connect(ingress.ports[0] ?? 0, '127.0.0.1');
  socket.write(
    `POST /w/${token} HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: ${json.length}\r\n\r\n`,
  );
  const [first] = (await once(socket, 'data')) as [Buffer];
  expect(first.toString()).toContain('100 Continue');
  socket.write(json);
  const [second] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(second.toString()).toContain('200 OK');
});

test('a sender that breaks off is not taken for one with an empty body, and the next is served', async () => {
  const { url, token, taskId } = await ingress.task();
  const socket = connect(ingress.ports[0] ?? 0, '127.0.0.1');
  socket.write(`POST /w/${token} HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n${json}`);
  await new Promise((resolve) => socket.write('', resolve));
  socket.destroy();
  expect((await post(url, mario)).status).toBe(200);
  expect(await ingress.runLog(taskId)).toHaveLength(1);
});
