import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimKeys, confirmClaims, connectRedis, redisKeys, type Claim, type Redis } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import { testSettings } from '@taskhook/testing';
import { decideRun } from '../src/accept/decide-run.ts';

const settings = testSettings();
const keys = redisKeys(settings.keyPrefix);
let redis: Redis;
beforeAll(async () => {
  const { redisUrl: url } = settings;
  redis = await connectRedis({ url, name: 'test', purpose: 'answer', logger: silentLogger });
});
afterAll(() => redis.disconnect());

let cases = 0;

/** The claims of a lead: its request, its phone and its e-mail, apart from those of any other test. */
function claimsOf(taskId: string, runId: string, request: string, phone: string, email: string): Claim[] {
  const ttlMs = 60_000;
  return [
    { key: keys.claim(taskId, 'key', request), runId, ttlMs },
    { key: keys.claim(taskId, 'phone', phone), runId, ttlMs },
    { key: keys.claim(taskId, 'email', email), runId, ttlMs },
  ];
}
const newTask = (): string => `task_${(cases += 1)}`;
const decide = async (runId: string, claims: Claim[]) =>
  decideRun(redis, runId, claims, await claimKeys(redis, claims));
const held = (claims: Claim[]): Promise<(string | null)[]> => redis.mget(claims.map(({ key }) => key));

test('a lead whose keys are all free is a run of its own, whose keys wait to be confirmed', async () => {
  const claims = claimsOf(newTask(), 'run_a', 'r', 'p', 'e');
  expect(await decide('run_a', claims)).toEqual({ runId: 'run_a', duplicate: false });
  expect(await held(claims)).toEqual(['?run_a', '?run_a', '?run_a']);
});

test('a person who is known gives the request to their run, and leaves no key of the lead behind', async () => {
  const task = newTask();
  await confirmClaims(redis, claimsOf(task, 'run_a', 'r1', 'p', 'e'));
  const claims = claimsOf(task, 'run_b', 'r2', 'other', 'e');
  expect(await decide('run_b', claims)).toEqual({ runId: 'run_a', duplicate: true });
  expect(await held(claims)).toEqual(['run_a', null, 'run_a']);
});

test('a retry after the window of the person claims nothing anew for them', async () => {
  const task = newTask();
  const [request] = claimsOf(task, 'run_a', 'r', 'p', 'e');
  await confirmClaims(redis, request === undefined ? [] : [request]);
  const claims = claimsOf(task, 'run_b', 'r', 'p', 'e');
  expect(await decide('run_b', claims)).toEqual({ runId: 'run_a', duplicate: true });
  expect(await held(claims)).toEqual(['run_a', null, null]);
});

test('a request whose claimer died before it learnt that the person is known is their run, not a second one', async () => {
  const task = newTask();
  await confirmClaims(redis, claimsOf(task, 'run_a', 'r1', 'p', 'e'));
  const claims = claimsOf(task, 'run_dead', 'r2', 'p', 'e');
  await claimKeys(redis, claims);
  const retry = claims.map((claim) => ({ ...claim, runId: 'run_c' }));
  expect(await decide('run_c', retry)).toEqual({ runId: 'run_a', duplicate: true });
  expect((await held(claims))[0]).toBe('run_a');
});

test('a request whose claimer died is taken over, with the keys of its person', async () => {
  const task = newTask();
  await claimKeys(redis, claimsOf(task, 'run_dead', 'r', 'p', 'e').slice(0, 1));
  const claims = claimsOf(task, 'run_b', 'r', 'p', 'e');
  expect(await decide('run_b', claims)).toEqual({ runId: 'run_dead', duplicate: false });
  expect(await held(claims)).toEqual(['?run_dead', '?run_b', '?run_b']);
});

test('a person whose claimer died is taken over by the next lead of theirs', async () => {
  const task = newTask();
  await claimKeys(redis, claimsOf(task, 'run_dead', 'r1', 'p', 'e'));
  const claims = claimsOf(task, 'run_b', 'r2', 'p', 'e');
  expect(await decide('run_b', claims)).toEqual({ runId: 'run_dead', duplicate: false });
});

test('two leads that hold a key of each other do not wait for each other', async () => {
  const task = newTask();
  const a = claimsOf(task, 'run_a', 'r1', 'p', 'e');
  const b = claimsOf(task, 'run_b', 'r2', 'p', 'e');
  // The commands of the two are mixed up: a has the phone, b the e-mail.
  const [a1, b1] = [await claimKeys(redis, a.slice(0, 2)), await claimKeys(redis, b)];
  const a2 = await claimKeys(redis, a.slice(2));
  const start = performance.now();
  const first = decideRun(redis, 'run_a', a, [...a1, ...a2]).then(async (decision) => {
    await confirmClaims(redis, a);
    return decision;
  });
  const decisions = await Promise.all([first, decideRun(redis, 'run_b', b, b1)]);
  expect(decisions).toEqual([
    { runId: 'run_a', duplicate: false },
    { runId: 'run_a', duplicate: true },
  ]);
  expect(performance.now() - start).toBeLessThan(1_500);
});
