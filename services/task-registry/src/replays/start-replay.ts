import { lowestRunId, newReplayId, type Replay, type ReplayInput } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { toJsonText } from '../store/json-text.ts';
import type { ReplayDoc } from '../store/replay-model.ts';
import { countReplay } from './count-replay.ts';
import { toReplay } from './replay-view.ts';

const DEFAULT_RATE = 10;

/**
 * Counts the runs that fit, and unless it is a dry run notes that they are to be replayed: a loop of
 * its own does it. What it starts is not among them, and neither is what fails from now on.
 */
export async function startReplay(registry: Registry, input: ReplayInput): Promise<Replay> {
  const { filter, revision = 'current', rate = DEFAULT_RATE, respect_dedupe = true, dry_run = false } = input;
  const created_at = new Date();
  const before = lowestRunId(created_at.getTime());
  const rules = { respectDedupe: respect_dedupe };
  const count = await countReplay(registry, filter, { after: '', before }, rules);
  const doc: ReplayDoc = {
    _id: newReplayId(created_at.getTime()),
    status: dry_run ? 'dry_run' : 'running',
    filter: toJsonText(filter),
    revision,
    rate,
    respect_dedupe,
    before,
    after: '',
    total: count.total,
    total_is_exact: count.exact,
    started: 0,
    held: 0,
    left_out: toJsonText(dry_run ? count.leftOut : {}),
    reasons: toJsonText(count.reasons),
    created_at,
    finished_at: null,
  };
  if (!dry_run) {
    await registry.store.replays.create(doc);
    registry.events.replayChanged('started', { replay_id: doc._id, total: doc.total });
    registry.lookAtReplays();
  }
  return toReplay(doc);
}
