import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@taskhook/contracts';
import { retryDelayMs, retryPolicy } from './retry-policy.ts';

test('the defaults double from 2 seconds up to an hour', () => {
  const policy = retryPolicy(undefined);
  const pauses = [1, 2, 3, 4, 5, 6, 7, 11, 12, 90].map((n) => retryDelayMs(policy, n, 0) / 1_000);
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 2_048, 3_600, 3_600]);
  expect(policy).toMatchObject({ maxAttempts: 8, maxAgeMs: null });
});

test('what a step sets replaces the default of the same name alone', () => {
  const policy = retryPolicy({ max_attempts: 3, delay: '500ms', max_age: '2h' });
  expect(policy).toMatchObject({ maxAttempts: 3, maxAgeMs: 2 * HOUR });
  expect([policy.pauseMs(1), policy.pauseMs(2), policy.pauseMs(30)]).toEqual([500, 1_000, HOUR]);
});

test('a list of delays is a pause after each attempt, and one attempt more than it has pauses', () => {
  const policy = retryPolicy({ delays: ['1m', '10m', '1h'] });
  expect(policy.maxAttempts).toBe(4);
  expect([1, 2, 3].map((n) => policy.pauseMs(n))).toEqual([MINUTE, 10 * MINUTE, HOUR]);
});

test('with more attempts than delays the last one is repeated', () => {
  const policy = retryPolicy({ delays: ['1m', '10m'], max_attempts: 5 });
  expect(policy.maxAttempts).toBe(5);
  expect([1, 2, 3, 4].map((n) => policy.pauseMs(n) / MINUTE)).toEqual([1, 10, 10, 10]);
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

test('a receiver that asks to be left alone for a year is asked again after a day', () => {
  expect(retryDelayMs(retryPolicy({ delays: ['1m'] }), 1, 0, 365 * DAY)).toBe(DAY);
});
