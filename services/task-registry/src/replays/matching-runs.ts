import { lowestRunId, type ReplayFilter } from '@taskhook/contracts';
import type { RunDoc } from '../store/run-model.ts';
import type { Store } from '../store/store.ts';

export interface RunRange {
  /** Ids above this one, … */
  after: string;
  /** … and below this one. */
  before: string;
}

/** A page of what was looked at: fewer runs may fit. */
export interface MatchingPage {
  runs: RunDoc[];
  /** Where the next page starts; null after the last one. */
  next: string | null;
}

/** Runs that fit a filter and were not replayed yet, the oldest first. */
export async function matchingRuns(
  store: Store,
  filter: ReplayFilter,
  range: RunRange,
  limit: number,
): Promise<MatchingPage> {
  const { task_id, status = ['failed'], reason, channel } = filter;
  const docs = await store.runs
    .find({
      status: { $in: status },
      _id: idRange(filter, range),
      ...(task_id === undefined ? {} : { task_id }),
      ...(reason === undefined ? {} : { 'reason.code': reason }),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
  const runs = docs.filter((run) => run.replayed_as === undefined && failedOn(run, channel));
  return { runs, next: docs.length < limit ? null : (docs.at(-1)?._id ?? null) };
}

/** Ids begin with the time at which their lead was received. */
function idRange({ from, to }: ReplayFilter, { after, before }: RunRange): { $gt: string; $lt: string } {
  const lowest = from === undefined ? '' : lowestRunId(Date.parse(from));
  const end = to === undefined ? before : lowestRunId(Date.parse(to));
  return { $gt: after > lowest ? after : lowest, $lt: end < before ? end : before };
}

function failedOn({ steps = {} }: RunDoc, channel: ReplayFilter['channel']): boolean {
  if (channel === undefined) return true;
  return Object.values(steps).some((step) => step.status === 'failed' && step.channel === channel);
}
