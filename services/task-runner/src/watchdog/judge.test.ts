import { expect, test } from 'vitest';
import { judge, unwatched, type Sighting, type Verdict } from './judge.ts';

const limits = { stallMs: 30_000, fullMs: 60_000 };
const idle = { lastAt: Number.NEGATIVE_INFINITY, full: false };

/** What is said at each look, at the given seconds. */
function verdicts(...sightings: (Partial<Sighting> & { at: number })[]): Verdict[] {
  let watch = unwatched;
  return sightings.map(({ at, ...seen }) => {
    const judged = judge(watch, { now: at * 1_000, due: true, ...idle, ...seen }, limits);
    ({ watch } = judged);
    return judged.verdict;
  });
}

test('a worker that takes no due work is stuck, then started anew, then given up', () => {
  const at = [0, 14, 16, 29, 30, 40, 50, 59, 60];
  expect(verdicts(...at.map((second) => ({ at: second })))).toEqual([
    'well',
    'well',
    'stuck',
    'stuck',
    'restart',
    'well',
    'stuck',
    'stuck',
    'give_up',
  ]);
});

test('a worker that is started anew and then takes work is not given up when it is stuck again later', () => {
  const taken = { lastAt: 35_000 };
  expect(
    verdicts({ at: 0 }, { at: 30 }, { at: 40, ...taken }, { at: 60, ...taken }, { at: 66, ...taken }),
  ).toEqual(['well', 'restart', 'well', 'stuck', 'restart']);
});

test('a worker that goes on taking work is well, however much waits', () => {
  const sightings = Array.from({ length: 20 }, (_, i) => ({ at: i * 10, lastAt: i * 10_000 - 5_000 }));
  expect(new Set(verdicts(...sightings))).toEqual(new Set(['well']));
});

test('a worker with its hands full gets the time that deliveries take', () => {
  expect(
    verdicts({ at: 0, full: true }, { at: 44, full: true }, { at: 89, full: true }, { at: 90, full: true }),
  ).toEqual(['well', 'well', 'stuck', 'restart']);
});

test('a worker without due work is well for ever', () => {
  expect(verdicts({ at: 0, due: false }, { at: 1_000, due: false })).toEqual(['well', 'well']);
});

test('the time in which Redis was away does not count', () => {
  expect(
    verdicts({ at: 0 }, { at: 20, due: 'unknown' }, { at: 100, due: 'unknown' }, { at: 101 }, { at: 110 }),
  ).toEqual(['well', 'well', 'well', 'well', 'well']);
});
