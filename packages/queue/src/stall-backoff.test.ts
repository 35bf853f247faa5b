import { expect, test } from 'vitest';
import { createStallBackoff } from './stall-backoff.ts';

test('waits once for each stall after the third, up to longer each time', () => {
  const waitOf = createStallBackoff();
  expect(waitOf({ id: 'a', stalledCounter: 2 })).toBeUndefined();
  for (const [stalledCounter, mostMs] of [
    [3, 2_000],
    [4, 4_000],
    [8, 60_000],
    [19, 60_000],
  ] as const) {
    const waitMs = waitOf({ id: 'a', stalledCounter }) ?? 0;
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(mostMs);
    expect(waitOf({ id: 'b', stalledCounter })).toBeDefined();
    expect(waitOf({ id: 'a', stalledCounter })).toBeUndefined();
  }
});

test('forgets before it grows without bound, and no job waits for ever', () => {
  const waitOf = createStallBackoff();
  for (let n = 0; n < 10_001; n += 1) waitOf({ id: String(n), stalledCounter: 3 });
  expect(waitOf({ id: '10000', stalledCounter: 3 })).toBeUndefined();
  expect(waitOf({ id: '0', stalledCounter: 3 })).toBeDefined();
  expect(waitOf({ id: '0', stalledCounter: 3 })).toBeUndefined();
});
