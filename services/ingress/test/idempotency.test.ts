import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { testSettings } from '@taskhook/testing';
import { silentLogger } from '@taskhook/telemetry';
import { post, type Answer } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

let ingress: RunningIngress;
const clock = { ahead: 0 };
beforeAll(async () => {
  ingress = await runIngress(3, testSettings(), silentLogger, { now: () => Date.now() + clock.ahead });
});
afterEach(() => {
  clock.ahead = 0;
});
afterAll(() => ingress.close());

const DAY = 86_400_000;
const runOf = (answer: Answer): string => String(answer.body.leads?.[0]?.['run_id']);
const accepted = async (taskId: string): Promise<string[]> =>
  (await ingress.runLog(taskId)).flatMap((event) => (event.type === 'accepted' ? [event.run_id] : []));
const oncePerPhone = { lead: { dedupe: { by: ['phone', 'email'] as ('phone' | 'email')[], window: '1h' } } };

test('the same body again is the same run, another body another one', async () => {
  const { url, taskId } = await ingress.task();
  const first = await post(url, mario);
  const again = await post(url, mario);
  const other = await post(url, { ...mario, city: 'Roma' });
  expect(again).toMatchObject({
    status: 200,
    body: { status: 'duplicate', leads: [{ status: 'duplicate', run_id: runOf(first) }] },
  });
  expect(other.body['status']).toBe('accepted');
  expect(await accepted(taskId)).toEqual([runOf(first), runOf(other)]);
});

test.each(['idempotency-key', 'webhook-id'])(
  'requests with the same %s are one run, whatever their bodies; with different ones they are two',
  async (name) => {
    const { url } = await ingress.task();
    const first = await post(url, mario, { [name]: 'event-1' });
    const again = await post(url, { ...mario, attempt: 2 }, { [name]: 'event-1' });
    const other = await post(url, mario, { [name]: 'event-2' });
    expect([again.body['status'], runOf(again)]).toEqual(['duplicate', runOf(first)]);
    expect([other.body['status'], runOf(other)]).not.toContain(runOf(first));
  },
);

test('the same key at two tasks is two runs', async () => {
  const [one, two] = [await ingress.task(), await ingress.task()];
  const answers = [one, two].map(({ url }) => post(url, mario, { 'idempotency-key': 'same' }));
  const [first, second] = await Promise.all(answers);
  expect([first?.body['status'], second?.body['status']]).toEqual(['accepted', 'accepted']);
});

/** All that Redis keeps gets older by so many milliseconds. */
async function passes(ms: number): Promise<void> {
  const { redis, keys } = ingress;
  for (const key of await redis.keys(`${keys.claim('', 'key', '').replace(/[^:]+$/, '')}*`))
    await redis.pexpire(key, (await redis.pttl(key)) - ms);
}

test('a key is remembered for three days, a body for ten minutes', async () => {
  const { url, taskId } = await ingress.task();
  const { redis, keys } = ingress;
  await post(url, mario, { 'idempotency-key': 'k' });
  expect(await redis.pttl(keys.claim(taskId, 'key', 'k'))).toEqual(expect.closeTo(3 * DAY, -5));
  const first = await post(url, mario);
  // Redis tells how old it is: a clock that is wrong meanwhile makes no difference.
  clock.ahead = -3_600_000;
  expect(runOf(await post(url, mario))).toBe(runOf(first));
  await passes(10 * 60_000 - 5_000);
  expect(runOf(await post(url, mario))).toBe(runOf(first));
  await passes(5_001);
  const later = await post(url, mario);
  expect(later.body['status']).toBe('accepted');
  expect(runOf(await post(url, mario))).toBe(runOf(later));
});

test('fifty clients that post one body at once to three instances get one run', async () => {
  const { token, taskId } = await ingress.task();
  const posts = Array.from({ length: 50 }, (_, i) =>
    post(`http://127.0.0.1:${ingress.ports[i % 3]}/w/${token}`, mario),
  );
  const answers = await Promise.all(posts);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(runOf)).size).toBe(1);
  expect(answers.filter(({ body }) => body['status'] === 'accepted')).toHaveLength(1);
  expect(new Set(await accepted(taskId)).size).toBe(1);
});

test('each lead of a batch has its own identity, and the batch again is the same runs', async () => {
  const { url } = await ingress.task();
  const batch = [mario, mario, { ...mario, n: 3 }];
  const runs = (answer: Answer) => answer.body.leads?.map((lead) => lead['run_id']);
  const first = await post(url, batch, { 'idempotency-key': 'batch' });
  const again = await post(url, batch, { 'idempotency-key': 'batch' });
  expect(new Set(runs(first)).size).toBe(3);
  expect(runs(again)).toEqual(runs(first));
  expect(again.body['status']).toBe('duplicate');
});

test('a person who comes again by phone or e-mail within the window is a duplicate', async () => {
  const { url, taskId } = await ingress.task({ input: oncePerPhone });
  const first = await post(url, mario);
  const samePhone = await post(url, { ...mario, email: 'other@example.com' });
  const sameEmail = await post(url, { ...mario, phone: '+39 333 7777777' });
  const stranger = await post(url, { full_name: 'B', phone: '+39 333 8888888', email: 'b@example.com' });
  expect([runOf(samePhone), runOf(sameEmail)]).toEqual([runOf(first), runOf(first)]);
  expect([samePhone, sameEmail, stranger].map(({ body }) => body['status'])).toEqual([
    'duplicate',
    'duplicate',
    'accepted',
  ]);
  expect(await accepted(taskId)).toEqual([runOf(first), runOf(stranger)]);
});

test('the retry of a request whose person was known is answered at once with the same run', async () => {
  const { url } = await ingress.task({ input: oncePerPhone });
  const first = await post(url, mario);
  const headers = { 'idempotency-key': 'second' };
  await post(url, mario, headers);
  const start = performance.now();
  expect(runOf(await post(url, mario, headers))).toBe(runOf(first));
  expect(performance.now() - start).toBeLessThan(1_500);
});

test('the same person twice in one batch is one run', async () => {
  const { url, taskId } = await ingress.task({ input: oncePerPhone });
  const { body } = await post(url, [mario, { ...mario, n: 2 }]);
  expect(body.leads?.map((lead) => lead['status'])).toEqual(['accepted', 'duplicate']);
  expect(body.leads?.[1]?.['run_id']).toBe(body.leads?.[0]?.['run_id']);
  expect(await accepted(taskId)).toHaveLength(1);
});

test('forty leads of one person, under different keys to three instances at once, are one run', async () => {
  const { token, taskId } = await ingress.task({ input: oncePerPhone });
  const posts = Array.from({ length: 40 }, (_, i) =>
    post(`http://127.0.0.1:${ingress.ports[i % 3]}/w/${token}`, { ...mario, i }),
  );
  expect(new Set((await Promise.all(posts)).map(runOf)).size).toBe(1);
  expect(new Set(await accepted(taskId)).size).toBe(1);
});
