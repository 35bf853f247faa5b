import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Rate, TurnHold } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { takeTurn } from '../src/index.ts';
import { connect } from './connection.ts';

async function schedule(rate: Rate) {
  const { redis, keys } = await connect();
  const take = (hold?: TurnHold) => takeTurn(redis, keys, 'conn_1', rate, hold);
  /** As a worker does it: asks, waits, comes again with what it was given. Gives when it went, and how often it came. */
  const attempt = async (lateMs: () => number) => {
    let hold: TurnHold | undefined;
    for (let asked = 1; ; asked += 1) {
      const turn = await take(hold);
      if (turn.go) return { at: performance.now(), asked };
      await sleep(turn.waitMs + lateMs());
      hold = turn.hold;
    }
  };
  return { redis, keys, take, attempt };
}

/** The most that went within any second. */
function mostInASecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1_000).length));
}

test('who asks first goes first, and each has a time of its own', async () => {
  const { take } = await schedule({ rate: 10 });
  expect(await take()).toMatchObject({ go: true, waitMs: 0 });
  const slots: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const turn = await take();
    if (!turn.go) slots.push(turn.hold.at);
  }
  expect(slots.length).toBe(20);
  const gaps = slots.slice(1).map((at, i) => at - (slots[i] ?? 0));
  expect(new Set(gaps)).toEqual(new Set([104_000]));
});

test('a crowd goes evenly whatever the delays of its workers, and nobody asks again and again', async () => {
  const { attempt } = await schedule({ rate: 200 });
  const late = () => (Math.random() < 0.1 ? 150 * Math.random() : 10 * Math.random());
  const made = await Promise.all(Array.from({ length: 500 }, () => attempt(late)));
  const times = made.map(({ at }) => at);
  expect(mostInASecond(times)).toBeLessThanOrEqual(215);
  // Two and a half seconds at the rate; a machine that is busy elsewhere may be slower.
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(12_000);
  const asked = made.reduce((sum, { asked: times_ }) => sum + times_, 0);
  expect(asked / made.length).toBeLessThan(5);
});

test('those whose slots have passed while all workers were away do not go all at once', async () => {
  const { take } = await schedule({ rate: 200 });
  const holds: TurnHold[] = [];
  for (let n = 0; n < 200; n += 1) holds.push((await take()).hold);
  await until('all slots to have passed', async () => (await take(holds.at(-1))).waitMs === 0);
  const times: number[] = [];
  const wake = async (first: TurnHold) => {
    let hold = first;
    for (;;) {
      const turn = await take(hold);
      if (turn.go) return times.push(performance.now());
      hold = turn.hold;
      await sleep(turn.waitMs);
    }
  };
  await Promise.all(holds.map(wake));
  expect(times).toHaveLength(200);
  expect(mostInASecond(times)).toBeLessThanOrEqual(215);
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(900);
});

test('a burst may go at once after a pause, and not more', async () => {
  const { take } = await schedule({ rate: 10, burst: 5 });
  const turns = [];
  for (let n = 0; n < 7; n += 1) turns.push(await take());
  expect(turns.filter(({ go }) => go)).toHaveLength(5);
});

test('a slot is one of its own rate: another rate counts at once', async () => {
  const { redis, keys } = await connect();
  const slow: Rate = { rate: 1, per: '1h' };
  await takeTurn(redis, keys, 'conn_1', slow, undefined);
  const turn = await takeTurn(redis, keys, 'conn_1', slow, undefined);
  expect(turn).toMatchObject({ go: false });
  expect(turn.waitMs).toBeGreaterThan(3_000_000);
  const { hold } = turn;
  expect(await takeTurn(redis, keys, 'conn_1', slow, hold)).toMatchObject({ go: false, hold });
  expect((await takeTurn(redis, keys, 'conn_1', { rate: 100 }, hold)).waitMs).toBeLessThan(1_000);
});

test('what is known of a schedule is forgotten soon after it is used up', async () => {
  const { redis, keys, take } = await schedule({ rate: 100 });
  await take();
  expect(await redis.pttl(keys.schedule('conn_1'))).toBeGreaterThan(50_000);
  expect(await redis.pttl(keys.schedule('conn_1'))).toBeLessThan(61_000);
});
