import { expect, test } from 'vitest';
import { bytes, rateOrNone } from './parsers.ts';

test.each([
  ['0B', 0],
  ['512KiB', 524_288],
  ['2GiB', 2_147_483_648],
])('%s is a size', (text, size) => expect(bytes(text)).toBe(size));

test.each(['12', '1MB', '-1B', '1.5GiB', ''])('%j is no size', (text) =>
  expect(() => bytes(text)).toThrow('must be a size'),
);

test('a rate has a count and a window of a second at least', () => {
  expect(rateOrNone('3000/1m')).toEqual({ count: 3_000, perMs: 60_000 });
  expect(rateOrNone('')).toBeUndefined();
  for (const text of ['0/1s', '5', '5/500ms', '5/s', 'x/1s'])
    expect(() => rateOrNone(text)).toThrow('must be a rate');
});
