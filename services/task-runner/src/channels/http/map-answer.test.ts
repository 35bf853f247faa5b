import { expect, test } from 'vitest';
import { mapAnswer } from './map-answer.ts';

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

test('what the receiver asks for in Retry-After goes with the outcome', () => {
  expect(mapAnswer(503, { 'retry-after': '3' }, undefined).retryAfterMs).toBe(3_000);
});
