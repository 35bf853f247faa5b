import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

test('the pauses grow from seconds to an hour, as the table says', () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => retryDelayMs(5_000, n, 0) / 1_000);
  expect(seconds).toEqual([5, 15, 45, 135, 405, 1_215, 3_600, 3_600]);
});

test('what the provider asks for lengthens a pause, and never shortens it or passes an hour', () => {
  expect(retryDelayMs(5_000, 1, 0, 60_000)).toBe(60_000);
  expect(retryDelayMs(5_000, 3, 0, 1_000)).toBe(45_000);
  expect(retryDelayMs(5_000, 1, 0, 86_400_000)).toBe(3_600_000);
});

test('chance only adds, up to a quarter', () => {
  expect(retryDelayMs(5_000, 1, 1)).toBe(6_250);
});
