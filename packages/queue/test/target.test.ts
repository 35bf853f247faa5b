import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  askTarget,
  downTargets,
  resetTarget,
  targetHealth,
  tellTarget,
  type BreakerPolicy,
  type Target,
  type TargetReport,
} from '../src/index.ts';
import { connect } from './connection.ts';

const policy: BreakerPolicy = { failures: 3, windowMs: 60_000, pauseMs: 200, maxPauseMs: 500 };
const fails: TargetReport = { verdict: 'fails', code: 'connection_failed', pauseMs: 0 };
const works: TargetReport = { verdict: 'works', code: null, pauseMs: 0 };

async function target(more: Partial<Target> & { policy?: Partial<BreakerPolicy> } = {}) {
  const { redis, keys } = await connect();
  const it: Target = { id: 'conn_1', provider: 'twilio', ...more };
  return {
    ask: (who: string) => askTarget(redis, keys, it, who, undefined),
    tell: (report: TargetReport, who = 'a') =>
      tellTarget(redis, keys, it, who, report, { ...policy, ...more.policy }),
    health: () => targetHealth(redis, keys, it.id),
    down: () => downTargets(redis, keys),
    reset: () => resetTarget(redis, keys, it.id),
    redis,
    keys,
  };
}

test('a target works until it has failed so often in a row', async () => {
  const { ask, tell, health, down } = await target();
  expect(await ask('a')).toMatchObject({ down: false, go: true, waitMs: 0, probe: false });
  expect([await tell(fails), await tell(fails)]).toEqual([undefined, undefined]);
  expect(await tell(works)).toBeUndefined();
  expect([await tell(fails), await tell(fails)]).toEqual([undefined, undefined]);
  expect(await health()).toEqual({
    state: 'closed',
    since: null,
    failures: 2,
    last_error_code: 'connection_failed',
    next_probe_at: null,
  });
  expect(await tell(fails)).toBe('opened');
  expect(await health()).toMatchObject({ state: 'open', failures: 3 });
  expect(await down()).toEqual([{ provider: 'twilio', state: 'open', count: 1 }]);
  const first = await ask('a');
  expect(first).toMatchObject({ down: true, rank: 1 });
  expect(first.waitMs).toBeLessThanOrEqual(200);
  expect(await ask('b')).toMatchObject({ down: true, rank: 2 });
});

test('failures that lie too far apart are no outage', async () => {
  const { tell } = await target({ policy: { windowMs: 50 } });
  await tell(fails);
  await tell(fails);
  await sleep(60);
  expect(await tell(fails)).toBeUndefined();
});

test('one refusal of the credentials is enough', async () => {
  const { tell, health } = await target();
  expect(await tell({ ...fails, verdict: 'refused', code: 'connection_refused' })).toBe('opened');
  expect(await health()).toMatchObject({ state: 'open', failures: 1, last_error_code: 'connection_refused' });
});

test('after the pause one attempt goes; its success lets all others go', async () => {
  const { ask, tell, health, down } = await target({ policy: { failures: 1 } });
  await tell(fails);
  await sleep(220);
  const asked = await Promise.all(['a', 'b', 'c'].map((who) => ask(who)));
  expect(asked.filter(({ down: waits }) => !waits)).toMatchObject([
    { down: false, go: true, waitMs: 0, probe: true },
  ]);
  expect(await health()).toMatchObject({ state: 'half_open' });
  expect(await down()).toEqual([{ provider: 'twilio', state: 'half_open', count: 1 }]);
  const prober = ['a', 'b', 'c'][asked.findIndex(({ down: waits }) => !waits)];
  expect(await tell(works, prober)).toBe('closed');
  expect(await ask('d')).toMatchObject({ down: false, go: true, waitMs: 0, probe: false });
  expect(await health()).toMatchObject({ state: 'closed', since: null, failures: 0 });
  expect(await down()).toEqual([]);
});

test('a failed probe makes the next pause twice as long, within bounds', async () => {
  const { ask, tell } = await target({ policy: { failures: 1 } });
  await tell(fails);
  const pauses: number[] = [];
  for (const who of ['a', 'b', 'c']) {
    await sleep((await ask(who)).waitMs + 20);
    expect(await ask(who)).toMatchObject({ down: false, probe: true });
    expect(await tell(fails, who)).toBe('reopened');
    pauses.push((await ask('x')).waitMs);
  }
  expect(pauses.map((pause) => Math.round(pause / 100))).toEqual([4, 5, 5]);
});

test('what began before the outage was seen neither lengthens it nor takes the probe', async () => {
  const { ask, tell } = await target({ policy: { failures: 1 } });
  await tell(fails);
  await sleep(220);
  expect(await ask('probe')).toMatchObject({ probe: true });
  expect(await tell(fails, 'late')).toBeUndefined();
  expect(await ask('other')).toMatchObject({ down: true });
  expect(await ask('probe')).toMatchObject({ down: false, probe: true });
});

test('a probe that came to nothing leaves the probe to the next', async () => {
  const { ask, tell } = await target({ policy: { failures: 1 } });
  await tell(fails);
  await sleep(220);
  expect(await ask('a')).toMatchObject({ probe: true });
  await tell({ verdict: 'nothing', code: null, pauseMs: 0 }, 'a');
  expect(await ask('b')).toMatchObject({ down: false, probe: true });
});

test('a person can take it for one that works', async () => {
  const { ask, tell, reset, down } = await target({ policy: { failures: 1 } });
  await tell({ ...fails, pauseMs: 60_000 });
  await reset();
  expect(await ask('a')).toMatchObject({ down: false, go: true, waitMs: 0, probe: false });
  expect(await down()).toEqual([]);
});

test('a receiver that asks for a pause is left alone by all, with a rate and without', async () => {
  for (const rate of [undefined, { rate: 100 }]) {
    const { ask, tell } = await target({ rate });
    await tell({ ...works, pauseMs: 2_000 });
    const turns = [await ask('a'), await ask('b')];
    for (const turn of turns) {
      expect(turn).toMatchObject({ down: false, go: false });
      expect(turn.waitMs).toBeGreaterThan(1_500);
      expect(turn.waitMs).toBeLessThanOrEqual(2_011);
    }
  }
});

test('a target that nobody has wanted to reach for an hour is no longer counted', async () => {
  const { tell, down, redis, keys } = await target({ policy: { failures: 1 } });
  await tell(fails);
  await redis.hset(keys.openBreakers, 'conn_2', `smtp open ${(Date.now() - 2 * 3_600_000) * 1_000}`);
  expect(await down()).toEqual([{ provider: 'twilio', state: 'open', count: 1 }]);
  expect(await redis.hkeys(keys.openBreakers)).toEqual(['conn_1']);
});
