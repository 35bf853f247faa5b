import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGroupCommit } from '../src/index.ts';

test('items of one turn go together, in their order and in groups of bounded size', async () => {
  const groups: number[][] = [];
  const commit = async (items: number[]): Promise<void> => void groups.push(items);
  const group = createGroupCommit<number>({ commit, maxItems: 4, maxInFlight: 2 });
  await Promise.all(Array.from({ length: 10 }, (_, i) => group.add(i)));
  expect(groups).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9],
  ]);
});

test('while all places are taken items gather, and no more groups are on their way than allowed', async () => {
  let inFlight = 0;
  let most = 0;
  const sizes: number[] = [];
  const commit = async (items: number[]): Promise<void> => {
    sizes.push(items.length);
    inFlight += 1;
    most = Math.max(most, inFlight);
    await sleep(5);
    inFlight -= 1;
  };
  const group = createGroupCommit<number>({ commit, maxItems: 100, maxInFlight: 2 });
  const added: Promise<void>[] = [];
  for (let i = 0; i < 50; i += 1) {
    added.push(group.add(i));
    await sleep(0);
  }
  await Promise.all(added);
  expect(most).toBe(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50);
  expect(sizes.length).toBeLessThan(50);
});

test('items that come often share groups at the pace, one that comes alone goes at once, and a full group too', async () => {
  const sizes: number[] = [];
  const commit = async (items: number[]): Promise<void> => void sizes.push(items.length);
  const group = createGroupCommit<number>({ commit, maxItems: 4, maxInFlight: 2, paceMs: 200 });
  const start = performance.now();
  await group.add(0);
  expect(performance.now() - start).toBeLessThan(150);
  const paced: Promise<void>[] = [];
  for (let i = 0; i < 3; i += 1) {
    paced.push(group.add(i));
    await sleep(5);
  }
  await Promise.all(paced);
  expect(performance.now() - start).toBeGreaterThan(150);
  const before = performance.now();
  await Promise.all(Array.from({ length: 4 }, (_, i) => group.add(i)));
  expect(performance.now() - before).toBeLessThan(150);
  expect(sizes).toEqual([1, 3, 4]);
});

test('a group that fails fails for its own items alone', async () => {
  const commit = async (items: string[]): Promise<void> => {
    if (items.includes('bad')) throw new Error('refused');
  };
  const group = createGroupCommit<string>({ commit, maxItems: 1, maxInFlight: 1 });
  const results = await Promise.allSettled(['good', 'bad', 'good'].map((item) => group.add(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('what has waited for its place too long fails with the group that held it up, and later items do not', async () => {
  const held = Promise.withResolvers<void>();
  const commit = async (items: string[]): Promise<void> => {
    if (items.includes('slow')) await held.promise;
  };
  const group = createGroupCommit<string>({ commit, maxItems: 1, maxInFlight: 1, maxWaitMs: 50 });
  const early = ['slow', 'waits', 'waits too'].map((item) => group.add(item));
  await sleep(80);
  const late = group.add('late');
  held.reject(new Error('timed out'));
  const results = await Promise.allSettled([...early, late]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
});

test('idle waits for what is gathered and what is on its way', async () => {
  let committed = 0;
  const commit = async (items: number[]): Promise<void> => {
    await sleep(10);
    committed += items.length;
  };
  const group = createGroupCommit<number>({ commit, maxItems: 2, maxInFlight: 1 });
  const added = Promise.all([1, 2, 3, 4, 5].map((item) => group.add(item)));
  await group.idle();
  expect(committed).toBe(5);
  expect(group.pending()).toBe(0);
  await added;
});
