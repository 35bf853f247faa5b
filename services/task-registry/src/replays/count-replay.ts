import type { ReplayFilter } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { countCodes, type Counts } from './counts.ts';
import { leftOut, type ReplayRules } from './left-out.ts';
import { matchingRuns, type RunRange } from './matching-runs.ts';

export interface ReplayCount {
  total: number;
  /** False where there are more than were looked at. */
  exact: boolean;
  reasons: Counts;
  leftOut: Counts;
}

const PAGE = 500;
/** Counting ends here: a person wants to know how many, not to wait for it. */
const MOST_RUNS = 100_000;

/** What a replay would find now. */
export async function countReplay(
  registry: Registry,
  filter: ReplayFilter,
  range: RunRange,
  rules: ReplayRules,
): Promise<ReplayCount> {
  const count: ReplayCount = { total: 0, exact: true, reasons: {}, leftOut: {} };
  for (let after: string | null = range.after; after !== null;) {
    if (count.total >= MOST_RUNS) return { ...count, exact: false };
    const page = await matchingRuns(registry.store, filter, { ...range, after }, PAGE);
    const causes = await leftOut(registry, page.runs, rules);
    count.total += page.runs.length;
    count.reasons = countCodes(
      count.reasons,
      page.runs.map(({ reason, status }) => reason?.code ?? status),
    );
    count.leftOut = countCodes(count.leftOut, [...causes.values()]);
    after = page.next;
  }
  return count;
}
