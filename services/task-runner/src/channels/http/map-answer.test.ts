import { expect, test } from 'vitest';
import { mapAnswer, retryAfterMs } from './map-answer.ts';

test.each([
  [200, 'delivered', undefined],
  [204, 'delivered', undefined],
  [301, 'rejected', 'receiver_rejected'],
  [304, 'rejected', 'receiver_rejected'],
  [400, 'rejected', 'receiver_rejected'],
  [404, 'rejected', 'receiver_rejected'],
  [410, 'rejected', 'receiver_rejected'],
  [408, 'retry', 'receiver_failed'],
  [425, 'retry', 'receiver_failed'],
  [429, 'throttled', 'receiver_throttled'],
  [500, 'retry', 'receiver_failed'],
  [503, 'retry', 'receiver_failed'],
])('an answer of %i is %s', (status, outcome, code) => {
  const delivery = mapAnswer(status, {}, undefined);
  expect(delivery).toMatchObject({ outcome, status_code: status });
  expect(delivery.error?.code).toBe(code);
});

test('a redirect is told by its host alone', () => {
  const { error } = mapAnswer(302, { location: 'https://login.example/?email=mario@x.it' }, undefined);
  expect(error?.message).toBe(
    'The receiver answered 302, a redirect to login.example; redirects are not followed.',
  );
  expect(mapAnswer(302, { location: '/login' }, undefined).error?.message).toContain('a redirect; ');
});

test('Retry-After is read as seconds or as a date, and bounded by an hour', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfterMs('7', now)).toBe(7_000);
  expect(retryAfterMs('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(60_000);
  expect(retryAfterMs('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  expect(retryAfterMs('999999999', now)).toBe(3_600_000);
  expect(retryAfterMs('soon', now)).toBeUndefined();
  expect(retryAfterMs(undefined, now)).toBeUndefined();
  expect(mapAnswer(503, { 'retry-after': '3' }, undefined).retryAfterMs).toBe(3_000);
});
