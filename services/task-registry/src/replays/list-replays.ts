import type { Replay } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { toPage, type Page } from '../store/page.ts';
import { toReplay } from './replay-view.ts';

/** Replays of many runs, newest first. */
export async function listReplays(
  { store }: Registry,
  { limit = 50, cursor }: { limit?: number; cursor?: string },
): Promise<Page<Replay>> {
  const docs = await store.replays
    .find(cursor === undefined ? {} : { _id: { $lt: cursor } })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  return toPage(docs, limit, toReplay);
}
