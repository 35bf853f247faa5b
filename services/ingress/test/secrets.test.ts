import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Auth } from '@taskhook/contracts';
import type { LogFields, Logger } from '@taskhook/telemetry';
import { testSettings } from '@taskhook/testing';
import type { Redis } from '@taskhook/queue';
import { corpusFile, messageOf } from './corpus-file.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { send, type RawMessage } from './send.ts';

const lines: unknown[] = [];
const write = (message: string, fields?: LogFields): void => void lines.push([message, fields]);
const logger: Logger = { debug: write, info: write, warn: write, error: write };
let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress(1, testSettings(), logger);
});
afterAll(() => ingress.close());

const CANARY = 'canary-7f3a9c';
const mario = { name: 'Mario Rossi', phone: '+393331234567', email: 'mario@example.com' };
const json = { 'content-type': 'application/json' };
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const basic = Buffer.from(`leads:${CANARY}`).toString('base64');

function secretField(field: string): Auth {
  return { type: 'body', field, secrets: [CANARY] };
}

function multipart(...fields: [string, string][]): RawMessage {
  const parts = fields.map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: `${parts.join('')}--b--\r\n`,
  };
}

type Case = [what: string, auth: Auth, query: string, message: RawMessage];

const cases: Case[] = [
  [
    'a header',
    { type: 'header', name: 'X-Chain', secrets: [CANARY] },
    '',
    { headers: { ...json, 'x-chain': CANARY }, body: JSON.stringify(mario) },
  ],
  [
    'HTTP Basic',
    { type: 'basic', username: 'leads', secrets: [CANARY] },
    '',
    { headers: { ...json, authorization: `Basic ${basic}` }, body: JSON.stringify(mario) },
  ],
  [
    'the address',
    { type: 'query', name: 'pass', secrets: [CANARY] },
    `?utm=1&pass=${CANARY}`,
    { headers: json, body: JSON.stringify(mario) },
  ],
  [
    'the address of a form by GET',
    { type: 'query', name: 'pass', secrets: [CANARY] },
    `?pass=${CANARY}&name=Mario+Rossi&phone=%2B393331234567&email=mario%40example.com`,
    { method: 'GET' },
  ],
  [
    'google_key',
    secretField('google_key'),
    '',
    { headers: json, body: JSON.stringify({ ...mario, google_key: CANARY }) },
  ],
  ['a field', secretField('k'), '', { headers: json, body: JSON.stringify({ k: CANARY, ...mario }) }],
  [
    'a nested field',
    secretField('meta.k'),
    '',
    { headers: json, body: JSON.stringify({ ...mario, meta: { k: CANARY } }) },
  ],
  [
    'a field of a form',
    secretField('k'),
    '',
    { headers: urlencoded, body: `k=${CANARY}&${new URLSearchParams(mario).toString()}` },
  ],
  ['a field of multipart', secretField('k'), '', multipart(...Object.entries(mario), ['k', CANARY])],
  [
    'google_key of a task without auth',
    { type: 'none' },
    '',
    { headers: json, body: JSON.stringify({ ...mario, nested: [{ google_key: CANARY }] }) },
  ],
  [
    'a key that nobody asked for',
    { type: 'none' },
    `?hub.verify_token=${CANARY}`,
    { headers: { ...json, 'x-api-key': CANARY, cookie: CANARY }, body: JSON.stringify(mario) },
  ],
];

/** Everything that is stored, as one text; what is kept in base64 is read. */
async function everything(redis: Redis, prefix: string): Promise<string> {
  const keys = [...(await redis.keys(`${prefix}*`)), ...(await redis.keys(`{${prefix}*`))];
  const values = await Promise.all(keys.map((key) => valueOf(redis, key)));
  const text = JSON.stringify([keys, values]);
  const bodies = Array.from(text.matchAll(/\\?"body\\?":\\?"([A-Za-z0-9+/=]*)/g), ([, base64 = '']) =>
    Buffer.from(base64, 'base64').toString('latin1'),
  );
  return text + bodies.join('\n');
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'zset':
      return redis.zrange(key, 0, '-1');
    default:
      return redis.smembers(key);
  }
}

const withoutEmail = (text: string): string => text.replace(/mario(?:@|%40)example\.com/, '');

test.each(cases)(
  'a secret in %s is nowhere: not with the lead, the sample, the quarantine, a claim, or in a log',
  async (_what, auth, query, message) => {
    const { url, taskId } = await ingress.task({
      input: { auth, form: { accept_get: true } },
      listensUntil: Date.now() + 60_000,
    });
    const whole = await send(`${url}${query}`, message);
    const broken = await send(`${url}${withoutEmail(query)}`, {
      ...message,
      body: withoutEmail(String(message.body ?? '')),
    });
    expect([whole.status, broken.status]).toEqual([200, 422]);
    expect(broken.text).not.toContain(CANARY);
    const types = (await ingress.runLog(taskId)).map(({ type }) => type);
    expect(types.toSorted()).toEqual(['accepted', 'quarantined', 'sampled', 'sampled']);
    const stored = await everything(ingress.redis, ingress.settings.keyPrefix);
    expect(stored).toContain('quarantined');
    expect(stored).toContain('Mario');
    expect(stored).not.toContain(CANARY);
    expect(stored).not.toContain(basic);
    expect(JSON.stringify(lines)).not.toContain(CANARY);
  },
);

test("the session of Salesforce's user is nowhere, not even in quarantine", async () => {
  const { url, taskId } = await ingress.task({ listensUntil: Date.now() + 60_000 });
  const message = messageOf(corpusFile('13-salesforce-outbound-message'));
  const session = `<SessionId>00D!${CANARY}</SessionId>`;
  const sent = String(message.body).replace('<SessionId xsi:nil="true"/>', session);
  for (const body of [sent, sent.replace('pat@acme.example', '')]) {
    expect((await send(url, { ...message, body })).status).toBe(200);
  }
  expect((await ingress.runLog(taskId)).map(({ type }) => type)).toContain('quarantined');
  const stored = await everything(ingress.redis, ingress.settings.keyPrefix);
  expect(stored).toContain('<SessionId></SessionId>');
  expect(stored).not.toContain(CANARY);
});

test('a secret that is wrong is not told to anybody either', async () => {
  const { url } = await ingress.task({
    input: { auth: { type: 'query', name: 'pass', secrets: ['right'] } },
  });
  const answer = await send(`${url}?pass=${CANARY}`, { headers: json, body: '{}' });
  expect(answer.status).toBe(401);
  expect(answer.text).not.toMatch(/right|canary/);
  expect(JSON.stringify(lines)).not.toContain(CANARY);
});
