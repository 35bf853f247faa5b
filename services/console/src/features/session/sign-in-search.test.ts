import { expect, test } from 'vitest';
import { readSignInSearch } from './sign-in-search.ts';

test.each([
  ['/runs?status=failed', '/runs?status=failed'],
  ['//evil.example/', undefined],
  ['/\\evil.example/', undefined],
  ['https://evil.example/', undefined],
  ['/sign-in?return=/sign-in', undefined],
  [7, undefined],
])('after the sign-in, the way back %j leads to %j', (given, taken) => {
  expect(readSignInSearch({ return: given }).return).toBe(taken);
});

test('reasons that are not known are dropped', () => {
  expect(readSignInSearch({ reason: 'because', token: '' })).toEqual({});
  expect(readSignInSearch({ reason: 'expired', token: 't' })).toEqual({ reason: 'expired', token: 't' });
});
