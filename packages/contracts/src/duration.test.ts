import { expect, test } from 'vitest';
import { durationMs } from './duration.ts';

test.each([
  ['500ms', 500],
  ['2s', 2_000],
  ['10m', 600_000],
  ['24h', 86_400_000],
  ['7d', 604_800_000],
])('%s is %d milliseconds', (text, ms) => expect(durationMs(text)).toBe(ms));

test.each(['', '10', 'm', '1.5h', '-1s', '10 m'])('"%s" is no duration', (text) =>
  expect(() => durationMs(text)).toThrow('is not a duration'),
);
