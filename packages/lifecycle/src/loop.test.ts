import { expect, test } from 'vitest';
import { silentLogger } from '@taskhook/telemetry';
import { startLoop } from './loop.ts';

test('a turn that fails is followed by another', async () => {
  let turns = 0;
  const loop = startLoop({
    name: 'test',
    logger: silentLogger,
    pauseMs: 1,
    turn: async () => {
      turns += 1;
      if (turns === 1) throw new Error('once');
    },
  });
  await expect.poll(() => turns, { timeout: 5_000 }).toBeGreaterThan(2);
  await loop.close();
});

test('waking starts a turn during a long pause, and closing does not wait for the pause', async () => {
  let turns = 0;
  const loop = startLoop({
    name: 'test',
    logger: silentLogger,
    pauseMs: 60_000,
    turn: async () => {
      turns += 1;
    },
  });
  await expect.poll(() => turns).toBe(1);
  loop.wake();
  await expect.poll(() => turns).toBe(2);
  await loop.close();
});

test('waking during a turn is not forgotten', async () => {
  let turns = 0;
  const loop = startLoop({
    name: 'test',
    logger: silentLogger,
    pauseMs: 60_000,
    turn: async () => {
      turns += 1;
      if (turns === 1) loop.wake();
    },
  });
  await expect.poll(() => turns).toBe(2);
  await loop.close();
});

test('closing waits for the turn, whose signal is aborted', async () => {
  let started = false;
  let ended = false;
  const loop = startLoop({
    name: 'test',
    logger: silentLogger,
    pauseMs: 1,
    turn: (signal) =>
      new Promise((resolve) => {
        started = true;
        signal.addEventListener('abort', () => {
          ended = true;
          resolve();
        });
      }),
  });
  await expect.poll(() => started).toBe(true);
  await loop.close();
  expect(ended).toBe(true);
});
