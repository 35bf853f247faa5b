import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sparingly } from './sparingly.ts';

test('work is left out until as much time has passed as was asked for', async () => {
  let done = 0;
  const work = sparingly(200, async () => void (done += 1));
  await work();
  await work();
  expect(done).toBe(1);
  await sleep(220);
  await work();
  expect(done).toBe(2);
});

test('work that takes long pauses for many times as long', async () => {
  let done = 0;
  const work = sparingly(0, async () => {
    done += 1;
    await sleep(50);
  });
  await work();
  await sleep(200);
  await work();
  expect(done).toBe(1);
});

test('work that failed is tried again at once', async () => {
  let tries = 0;
  const work = sparingly(60_000, async () => {
    tries += 1;
    if (tries === 1) throw new Error('once');
  });
  await expect(work()).rejects.toThrow('once');
  await work();
  expect(tries).toBe(2);
});
