import { expect, test } from 'vitest';
import { HOUR } from '@taskhook/contracts';
import { retryDelayMs, retryPolicy } from './retry-policy.ts';

test('the defaults double from 2 seconds up to an hour', () => {
  const policy = retryPolicy(undefined);
  const pauses = [1, 2, 3, 4, 5, 6, 7, 11, 12, 90].map((n) => retryDelayMs(policy, n, 0) / 1_000);
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 2_048, 3_600, 3_600]);
  expect(policy.maxAttempts).toBe(8);
});

test('what a step sets replaces the default of the same name alone', () => {
  expect(retryPolicy({ max_attempts: 3, delay: '500ms' })).toEqual({
    maxAttempts: 3,
    delayMs: 500,
    maxDelayMs: HOUR,
  });
});

test('jitter only adds, up to a quarter', () => {
  const policy = retryPolicy({ delay: '10s' });
  expect(retryDelayMs(policy, 1, 0)).toBe(10_000);
  expect(retryDelayMs(policy, 1, 1)).toBe(12_500);
});

test('a receiver can ask for a longer pause than the policy has, not for a shorter one', () => {
  const policy = retryPolicy({ delay: '10s' });
  expect(retryDelayMs(policy, 1, 0, 30_000)).toBe(30_000);
  expect(retryDelayMs(policy, 1, 0, 1_000)).toBe(10_000);
});
