import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { acquireLease, releaseLease } from '../src/index.ts';
import { connect } from './connection.ts';

async function places(most: number, leaseMs = 10_000) {
  const { redis, keys } = await connect();
  const lease = (holder: string) => ({ group: 'task_1', most, holder });
  return {
    acquire: (holder: string, since = 0) => acquireLease(redis, keys, lease(holder), leaseMs, since),
    release: (holder: string) => releaseLease(redis, keys, lease(holder)),
  };
}

test('so many hold a place at once, and the others stand in line by their time', async () => {
  const { acquire, release } = await places(2);
  expect([await acquire('a'), await acquire('b')]).toEqual([0, 0]);
  expect(await acquire('late', 20)).toBe(1);
  expect(await acquire('early', 10)).toBe(1);
  expect(await acquire('late', 20)).toBe(2);
  expect(await release('a')).toEqual(['early']);
  expect(await acquire('early', 10)).toBe(0);
  expect(await release('b')).toEqual(['late']);
});

test('who asks again holds one place', async () => {
  const { acquire } = await places(2);
  expect([await acquire('a'), await acquire('a'), await acquire('b')]).toEqual([0, 0, 0]);
});

test('the place of one that died falls back, and its release takes no other', async () => {
  const { acquire, release } = await places(1, 100);
  expect(await acquire('dead')).toBe(0);
  expect(await acquire('b')).toBe(1);
  await sleep(120);
  expect(await acquire('b')).toBe(0);
  expect(await release('dead')).toEqual([]);
  expect(await acquire('c')).toBe(1);
});

test('of a hundred who ask at once no more than the places get one', async () => {
  const { acquire } = await places(7);
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => acquire(`h${n}`)));
  expect(answers.filter((rank) => rank === 0)).toHaveLength(7);
});
