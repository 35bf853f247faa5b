import type { Replay, ReplayFilter } from '@taskhook/contracts';
import { fromJsonText } from '../store/json-text.ts';
import type { ReplayDoc } from '../store/replay-model.ts';
import { toCountList, type Counts } from './counts.ts';

export const filterOf = ({ filter }: Pick<ReplayDoc, 'filter'>): ReplayFilter =>
  fromJsonText(filter) as ReplayFilter;

export const countsOf = (text: string): Counts => fromJsonText(text) as Counts;

/** A replay as the API shows it. */
export function toReplay(doc: ReplayDoc): Replay {
  const { status, revision, rate, respect_dedupe, total, total_is_exact, started, held } = doc;
  return {
    id: status === 'dry_run' ? null : doc._id,
    status,
    filter: filterOf(doc),
    revision,
    rate,
    respect_dedupe,
    total,
    total_is_exact,
    started,
    held,
    left_out: toCountList(countsOf(doc.left_out)),
    reasons: toCountList(countsOf(doc.reasons)),
    created_at: doc.created_at.toISOString(),
    finished_at: doc.finished_at?.toISOString() ?? null,
  };
}
