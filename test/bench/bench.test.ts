import { expect, test } from 'vitest';
import { benchNames } from './benches/index.ts';
import { toText } from './report/table.ts';
import { runBench } from './run-bench.ts';

const tiny = { rounds: 1, roundMs: 200, connections: 8, leads: 50, full: false };
const STARTS_MS = 180_000;

test.each(benchNames)(
  'the bench %s runs, compares every id and has its rows',
  { timeout: STARTS_MS },
  async (name) => {
    const report = await runBench(name, tiny);
    expect(report.reconciled).toBeGreaterThan(0);
    expect(report.rows.length).toBeGreaterThan(0);
    const values = report.rows.flatMap((row) => Object.values(row));
    for (const value of values) expect(value).not.toBeNaN();
    for (const bar of report.bars) expect(toText(name, report)).toContain(bar.what);
  },
);
