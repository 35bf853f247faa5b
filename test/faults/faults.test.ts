import { expect, test } from 'vitest';
import { faultsOf } from './row.ts';
import { rowNamed } from './rows/index.ts';
import { runRow } from './run-row.ts';

/** The rows that find most in the least time; `pnpm test:faults` runs all of them, whole. */
const bounded = [
  { name: 'everything-killed', share: 1 },
  { name: 'runner-kills', share: 0.1 },
  { name: 'same-body', share: 0.05 },
];
const environment = { RUNNER_LOCK_DURATION: '2s' };
const TEST_MS = 300_000;

test.each(bounded)(
  'no lead that was answered 200 is lost or carried out twice: $name',
  { timeout: TEST_MS },
  async ({ name, share }) => {
    const log = (line: string): void => console.error(line);
    const result = await runRow(rowNamed(name), { rate: 30, share, environment, log });
    expect({ problems: faultsOf(result), evidence: result.evidence }).toEqual({ problems: [], evidence: [] });
    expect(result.accepted).toBeGreaterThan(0);
  },
);
