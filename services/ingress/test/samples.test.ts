import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestSampled } from '@taskhook/contracts';
import { testSettings } from '@taskhook/testing';
import { silentLogger } from '@taskhook/telemetry';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { send } from './send.ts';
import { mario } from './task-entry.ts';

const clock = { now: 1_760_000_000_000 };
let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress(1, testSettings(), silentLogger, { now: () => clock.now });
});
afterAll(() => ingress.close());

const listensUntil = clock.now + 600_000;
const types = async (taskId: string) => (await ingress.runLog(taskId)).map(({ type }) => type).toSorted();
const samples = async (taskId: string): Promise<RequestSampled[]> =>
  (await ingress.runLog(taskId)).filter((event) => event.type === 'sampled');

test('a request to a task that listens is kept as it came, besides what else becomes of it', async () => {
  const { url, taskId } = await ingress.task({ listensUntil });
  expect((await post(`${url}?utm=ads`, mario, { 'x-campaign': 'spring' })).body['status']).toBe('accepted');
  expect(await types(taskId)).toEqual(['accepted', 'sampled']);
  const [sample] = await samples(taskId);
  expect(sample).toMatchObject({
    sample_id: expect.stringMatching(/^samp_/) as string,
    received_at: clock.now,
    request: { method: 'POST', query: 'utm=ads', headers: { 'x-campaign': 'spring' } },
  });
  expect(JSON.parse(Buffer.from(sample?.request.body ?? '', 'base64').toString())).toEqual(mario);
});

test.each([
  ['a retry', async (url: string) => post(url, mario), ['accepted', 'sampled', 'sampled']],
  ['a broken body', async (url: string) => post(url, '{'), ['accepted', 'quarantined', 'sampled', 'sampled']],
  [
    'an event that is no lead',
    async (url: string) => post(url, { object: 'page', entry: [{ id: '1', changes: [{ field: 'feed' }] }] }),
    ['accepted', 'sampled', 'sampled'],
  ],
  [
    'a notification without a connection',
    async (url: string) =>
      post(url, {
        object: 'page',
        entry: [{ id: '1', changes: [{ field: 'leadgen', value: { leadgen_id: '5' } }] }],
      }),
    ['accepted', 'quarantined', 'sampled', 'sampled'],
  ],
] as const)('%s is a sample, too', async (_what, again, expected) => {
  const { url, taskId } = await ingress.task({ listensUntil });
  await post(url, mario);
  await again(url);
  expect(await types(taskId)).toEqual(expected);
});

test('a compressed body is kept decompressed, a form with its type', async () => {
  const { url, taskId } = await ingress.task({ listensUntil });
  await post(url, gzipSync('{"a":1}'), { 'content-encoding': 'gzip' });
  await send(url, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=2' });
  const [json, form] = await samples(taskId);
  expect(Buffer.from(json?.request.body ?? '', 'base64').toString()).toBe('{"a":1}');
  expect(json?.request.headers).not.toHaveProperty('content-encoding');
  expect(form?.request.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
});

test('nothing is kept once the time is over, nor of a task that never listened', async () => {
  const over = await ingress.task({ listensUntil: clock.now });
  const never = await ingress.task();
  await post(over.url, mario);
  await post(never.url, mario);
  expect([await types(over.taskId), await types(never.taskId)]).toEqual([['accepted'], ['accepted']]);
});

test('a handshake is no sample', async () => {
  const { url, taskId } = await ingress.task({ listensUntil });
  await send(`${url}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x`, { method: 'GET' });
  expect(await types(taskId)).toEqual([]);
});
