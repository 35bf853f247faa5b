import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRET_LENGTH, type Auth } from '@taskhook/contracts';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { send } from './send.ts';
import { mario } from './task-entry.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

const json = JSON.stringify(mario);
const secrets = ['the-old-secret', 'the-new-secret'];
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
const sign = (body: string | Uint8Array, secret = 'the-new-secret') =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

interface Case {
  auth: Auth;
  right: { headers?: Record<string, string>; query?: string; body?: object };
  reason: RegExp;
  challenge: RegExp;
}

const cases: Case[] = [
  {
    auth: { type: 'header', name: 'X-Lead-Pass', secrets },
    right: { headers: { 'x-lead-pass': 'the-old-secret' } },
    reason: /no header X-Lead-Pass/,
    challenge: /^Webhook realm="header"$/,
  },
  {
    auth: { type: 'basic', username: 'leads', secrets },
    right: { headers: { authorization: basic('leads:the-new-secret') } },
    reason: /no header Authorization/,
    challenge: /^Basic realm="webhook", charset="UTF-8"$/,
  },
  {
    auth: { type: 'query', name: 'pass', secrets },
    right: { query: '?pass=the-new-secret&utm=1' },
    reason: /no parameter pass/,
    challenge: /^Webhook realm="query"$/,
  },
  {
    auth: { type: 'body', field: 'google_key', secrets },
    right: { body: { ...mario, google_key: 'the-old-secret' } },
    reason: /no field google_key/,
    challenge: /^Webhook realm="body"$/,
  },
  {
    auth: { type: 'hmac', preset: 'meta', secrets },
    right: { headers: { 'x-hub-signature-256': sign(json) } },
    reason: /no header X-Hub-Signature-256/,
    challenge: /^Webhook realm="hmac"$/,
  },
];

test.each(cases)(
  'a task with auth $auth.type takes what its sender sends, by either secret',
  async ({ auth, right }) => {
    const { url, taskId } = await ingress.task({ input: { auth } });
    const { status } = await post(`${url}${right.query ?? ''}`, right.body ?? json, right.headers ?? {});
    expect(status).toBe(200);
    expect(await ingress.runLog(taskId)).toMatchObject([{ type: 'accepted' }]);
  },
);

test.each(cases)(
  'a task with auth $auth.type refuses everybody else with the reason, and keeps nothing',
  async ({ auth, reason, challenge }) => {
    const { url, taskId } = await ingress.task({ input: { auth }, listensUntil: Date.now() + 60_000 });
    for (const body of [json, '{', '', '[]']) {
      const answer = await post(url, body);
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
      expect(answer.headers.get('www-authenticate')).toMatch(challenge);
    }
    expect((await post(url, json)).body['detail']).toMatch(reason);
    expect(await ingress.runLog(taskId)).toEqual([]);
    expect(await ingress.redis.keys(`*${taskId}*`)).toEqual([]);
  },
);

test('the longest secret that a task may have is one that its sender can use', async () => {
  const longest = '€'.repeat(SECRET_LENGTH);
  const auth: Auth = { type: 'query', name: 'pass', secrets: [longest] };
  const { url } = await ingress.task({ input: { auth } });
  expect((await post(`${url}?pass=${encodeURIComponent(longest)}`, json)).status).toBe(200);
});

test.each([
  ['before it is compressed', sign(json)],
  ['after it is compressed', sign(gzipSync(json))],
])('a body that is signed %s is taken', async (_when, signature) => {
  const { url } = await ingress.task({ input: { auth: { type: 'hmac', preset: 'meta', secrets } } });
  const headers = { 'content-encoding': 'gzip', 'x-hub-signature-256': signature };
  expect((await post(url, gzipSync(json), headers)).status).toBe(200);
});

test('a body that does not decompress is kept only where its sender is known', async () => {
  const auth: Auth = { type: 'hmac', preset: 'meta', secrets };
  const { url, taskId } = await ingress.task({ input: { auth } });
  const headers = { 'content-encoding': 'gzip' };
  expect((await post(url, json, headers)).status).toBe(401);
  expect(await ingress.runLog(taskId)).toEqual([]);
  expect((await post(url, json, { ...headers, 'x-hub-signature-256': sign(json) })).status).toBe(400);
  expect(await ingress.runLog(taskId)).toMatchObject([{ type: 'quarantined' }]);
});

test('a sender that signs its address is known behind a proxy that says which one it was', async () => {
  const secret = 'hubspot-secret';
  const auth: Auth = { type: 'hmac', preset: 'hubspot-v3', secrets: [secret] };
  const { url, token } = await ingress.task({ input: { auth } });
  const timestamp = String(Date.now());
  const signature = createHmac('sha256', secret)
    .update(`POSThttps://hooks.example.com/w/${token}?a=1${json}${timestamp}`)
    .digest('base64');
  const headers = {
    'x-hubspot-signature-v3': signature,
    'x-hubspot-request-timestamp': timestamp,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'hooks.example.com, inner.example.com',
  };
  expect((await post(`${url}?a=1`, json, headers)).status).toBe(200);
  expect((await post(`${url}?a=2`, json, headers)).status).toBe(401);
});

test('a secret that was sealed with another key is a fault of ours, and no lead is taken unchecked', async () => {
  const { url, taskId } = await ingress.task();
  const stored = await ingress.redis.hget(ingress.keys.revisions, `${taskId}:1`);
  const record = JSON.parse(stored ?? '{}') as { definition: { auth: Auth } };
  record.definition.auth = { type: 'query', name: 'pass', secrets: ['v1.abcdefgh.AAAA'] };
  await ingress.redis.hset(ingress.keys.revisions, `${taskId}:1`, JSON.stringify(record));
  expect(await post(`${url}?pass=v1.abcdefgh.AAAA`, json)).toMatchObject({
    status: 500,
    body: { code: 'internal_error' },
  });
  expect(await ingress.runLog(taskId)).toEqual([]);
});

test('a browser that posts a form without its secret sees a page', async () => {
  const { url } = await ingress.task({ input: { auth: { type: 'query', name: 'pass', secrets } } });
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const { status, text } = await send(url, { headers, body: 'name=Mario' });
  expect([status, text]).toEqual([401, expect.stringContaining('The form could not be sent')]);
});
