import { afterEach, expect, test } from 'vitest';
import { until } from '@taskhook/testing';
import { post } from './post.ts';
import {
  expectOnce,
  queuedRuns,
  runOf,
  startSpooling,
  statusOf,
  type SpoolingIngress,
} from './spooling-ingress.ts';
import { mario } from './task-entry.ts';

const running: SpoolingIngress[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((spooling) => spooling.close()));
});
async function start(environment: Record<string, string> = {}, instances = 1): Promise<SpoolingIngress> {
  const spooling = await startSpooling(environment, instances);
  running.push(spooling);
  return spooling;
}

test('a person who comes twice while Redis is away is one run, as in Redis', async () => {
  const { ingress, redis, drained } = await start();
  const dedupe = { by: ['phone' as const], window: '24h' };
  const { url, taskId } = await ingress.task({ input: { lead: { dedupe } } });
  await post(url, { ...mario, phone: '+39 333 7654321' });
  await redis.stop();
  const first = await post(url, mario);
  const second = await post(url, { ...mario, full_name: 'Mario Bianchi' });
  expect([...statusOf(second), runOf(second)]).toEqual([200, 'duplicate', runOf(first)]);
  await redis.restart();
  await drained();
  expect(await queuedRuns(ingress, taskId)).toHaveLength(2);
  const third = await post(url, { ...mario, full_name: 'Mario Verdi' });
  expect([...statusOf(third), runOf(third)]).toEqual([200, 'duplicate', runOf(first)]);
});

test('what gives no lead, and samples, wait on disk as well', async () => {
  const { ingress, redis, drained } = await start();
  const { url, taskId } = await ingress.task({ listensUntil: Date.now() + 60_000 });
  await post(url, { ...mario, n: 0 });
  await redis.stop();
  const refused = await post(url, { full_name: 'Mario Rossi' });
  expect([refused.status, refused.body['code']]).toEqual([422, 'invalid_lead']);
  await redis.restart();
  await drained();
  const kinds = (await ingress.runLog(taskId)).map((event) => event.type);
  expect(kinds.toSorted()).toEqual(['accepted', 'quarantined', 'sampled', 'sampled']);
});

/** Posts until a lead is refused; gives the answers before that, and the refusal. */
async function postUntilRefused({ ingress, redis }: SpoolingIngress) {
  const { url, taskId } = await ingress.task();
  const answers = [await post(url, { ...mario, n: -1 })];
  await redis.stop();
  const refused = await until('the spool to refuse', async () => {
    const answer = await post(url, { ...mario, n: answers.length });
    if (answer.status === 503) return answer;
    answers.push(answer);
    return null;
  });
  return { taskId, answers, refused };
}

/** A spool that takes nothing says so even when it is empty. */
const isBack = ({ readiness }: SpoolingIngress) =>
  until('the spool to be empty and Redis to be back', async () => {
    const { checks } = await readiness();
    return checks['redis'] === 'ok' && checks['spool']?.startsWith('empty') === true;
  });

test('a spool that is full keeps leads out with 503, and what is in it arrives', async () => {
  const spooling = await start({ INGRESS_SPOOL_MAX_BYTES: '4KiB' });
  const { taskId, answers, refused } = await postUntilRefused(spooling);
  expect([refused.body['code'], refused.headers.get('retry-after')]).toEqual(['unavailable', '10']);
  expect(await spooling.metric('taskhook_spool_refused_total')).toBeGreaterThan(0);
  expect(answers.length).toBeGreaterThan(2);
  await spooling.redis.restart();
  await isBack(spooling);
  await expectOnce(spooling.ingress, taskId, answers);
});

test('a disk that is almost full keeps leads out with 503, and makes ingress not ready while Redis is away', async () => {
  const spooling = await start({ INGRESS_SPOOL_MIN_FREE: '900000GiB' });
  const { taskId, answers, refused } = await postUntilRefused(spooling);
  expect([refused.body['code'], refused.headers.get('retry-after')]).toEqual(['unavailable', '10']);
  expect(answers).toHaveLength(1);
  expect(await spooling.readiness()).toMatchObject({ http: 503, status: 'unavailable' });
  await spooling.redis.restart();
  await isBack(spooling);
  await expectOnce(spooling.ingress, taskId, answers);
});

test('many leads at once share writes, and all of them arrive', async () => {
  const { ingress, redis, drained, metric } = await start();
  const { url, taskId } = await ingress.task();
  const answers = [await post(url, { ...mario, n: -1 })];
  await redis.stop();
  const posts = Array.from({ length: 600 }, (_, n) => post(url, { ...mario, n }));
  answers.push(...(await Promise.all(posts)));
  expect(await metric('taskhook_spool_entries')).toBe(600);
  expect(await metric('taskhook_redis_away')).toBe(1);
  await redis.restart();
  await drained();
  await expectOnce(ingress, taskId, answers);
  expect(await metric('taskhook_redis_away')).toBe(0);
});
