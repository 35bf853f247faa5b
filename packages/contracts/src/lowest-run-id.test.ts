import { expect, it } from 'vitest';
import { idPatterns, lowestRunId, newRunId } from './ids.ts';

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
