import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goldenCases, passingNames, pinnedPath } from './golden-liquid.ts';

test('every case of golden-liquid that once passed still passes', () => {
  const pinned = JSON.parse(readFileSync(pinnedPath, 'utf8')) as string[];
  const passing = new Set(passingNames(goldenCases()));
  expect(pinned.length).toBeGreaterThanOrEqual(784);
  expect(pinned.filter((name) => !passing.has(name))).toEqual([]);
});
