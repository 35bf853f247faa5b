import type { Replay } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Store } from '../store/store.ts';
import type { ReplayDoc } from '../store/replay-model.ts';
import { toReplay } from './replay-view.ts';

/** The replay as it stands. Throws `not_found`. */
export async function getReplay({ store }: { store: Store }, id: string): Promise<Replay> {
  return toReplay(await findReplay(store, id));
}

export async function findReplay(store: Store, id: string): Promise<ReplayDoc> {
  const doc = await store.replays.findById(id).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no replay with this id.');
  return doc;
}
