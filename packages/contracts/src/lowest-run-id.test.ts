import { expect, it } from 'vitest';
import { idPatterns, lowestRunId, newRunId, runTime } from './ids.ts';

it('lies between the ids of the moment before and those of the moment itself', () => {
  const now = Date.UTC(2026, 5, 1);
  const bound = lowestRunId(now);
  expect(bound).toMatch(new RegExp(idPatterns.run));
  for (let i = 0; i < 100; i += 1) {
    expect(newRunId(now - 1) < bound).toBe(true);
    expect(newRunId(now) >= bound).toBe(true);
  }
});

it('takes a time before 1970 as one that no run is below', () => {
  expect(lowestRunId(-1)).toBe(`run_${'0'.repeat(26)}`);
  expect(lowestRunId(0)).toBe(lowestRunId(-1));
});

it('tells when a run was made', () => {
  for (const time of [0, 1, Date.UTC(2026, 10, 24, 11, 59, 59, 999), 2 ** 48 - 1])
    expect(runTime(newRunId(time))).toBe(time);
});
