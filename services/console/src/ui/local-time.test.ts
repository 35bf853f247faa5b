import { expect, test } from 'vitest';
import { localTextOf, momentOfLocal } from './local-time.ts';

test('a moment comes back from the local time that shows it', () => {
  for (const iso of ['2026-11-24T09:05:00.000Z', '2026-07-01T23:59:00.000Z', '2027-01-01T00:00:00.000Z']) {
    expect(momentOfLocal(localTextOf(iso))).toBe(iso);
  }
});

test('what is no time is no moment', () => {
  expect([momentOfLocal(''), momentOfLocal('2026-13-45T99:00')]).toEqual([null, null]);
});
