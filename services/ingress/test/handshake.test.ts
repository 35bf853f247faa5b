import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Auth } from '@taskhook/contracts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { send } from './send.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

const meta: Auth = { type: 'hmac', preset: 'meta', secrets: ['app-secret'], verify_token: 'abc' };
const none: Auth = { type: 'none' };
const verification = '?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=abc';

test('Meta gets the bare challenge for the right token, while the task is paused, too', async () => {
  for (const status of ['active', 'paused'] as const) {
    const { url, taskId } = await ingress.task({ input: { auth: meta }, status });
    const answer = await send(`${url}${verification}`, { method: 'GET' });
    expect([answer.status, answer.text]).toEqual([200, '1158201444']);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    expect(await ingress.runLog(taskId)).toEqual([]);
  }
});

test('HEAD gets the same answer without its body', async () => {
  const { url } = await ingress.task({ input: { auth: meta } });
  const answer = await send(`${url}${verification}`, { method: 'HEAD' });
  expect([answer.status, answer.text, answer.headers['content-length']]).toEqual([200, '', '10']);
});

test.each([
  ['another token', meta, verification.replace('abc', 'abd'), /not the verify token/],
  ['a task without a token', none, verification, /has no verify token/],
  ['LinkedIn at a task of Meta', meta, '?challengeCode=890e4665-4dfe-4ab1', /client secret of LinkedIn/],
])('a handshake with %s is refused with what to set', async (_what, auth, query, reason) => {
  const { url } = await ingress.task({ input: { auth, form: { accept_get: true } } });
  const answer = await send(`${url}${query}`, { method: 'GET' });
  expect(answer.status).toBe(403);
  expect(answer.text).toMatch(reason);
});

test('a handshake with an address that nobody has is not answered', async () => {
  const { url } = await ingress.task({ input: { auth: meta } });
  const { status } = await send(`${url}x${verification}`, { method: 'GET' });
  expect(status).toBe(404);
});

test.each(['GET', 'HEAD'])('%s that is no handshake makes no lead', async (method) => {
  const { url, taskId } = await ingress.task({ input: { auth: meta } });
  const { status, headers } = await send(`${url}?nome=Mario&telefono=333`, { method });
  expect([status, headers['allow']]).toEqual([405, 'POST, PUT, OPTIONS']);
  expect(await ingress.runLog(taskId)).toEqual([]);
});

test('a task that takes leads by GET takes one with a query, and none by HEAD or without a query', async () => {
  const { url, taskId } = await ingress.task({ input: { form: { accept_get: true } } });
  const lead = `${url}?nome=Mario+Rossi&telefono=3331234567&email=mario%40example.com`;
  expect((await send(lead, { method: 'HEAD' })).status).toBe(405);
  expect(await send(url, { method: 'GET' })).toMatchObject({
    status: 405,
    headers: { allow: 'GET, POST, PUT, OPTIONS' },
    text: expect.stringContaining('query') as string,
  });
  expect(await ingress.runLog(taskId)).toEqual([]);
  const answer = await send(lead, { method: 'GET' });
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { status: 'accepted' }]);
  expect(await ingress.runLog(taskId)).toMatchObject([
    { lead: { full_name: 'Mario Rossi', phone: '+393331234567', email: 'mario@example.com' } },
  ]);
});
