import type { Replay } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { findReplay, getReplay } from './find-replay.ts';

/** Starts no further runs; those that have started go on. A replay that has ended stays as it is. Throws `not_found`. */
export async function stopReplay(registry: Registry, id: string): Promise<Replay> {
  const { store, events } = registry;
  const { status } = await findReplay(store, id);
  if (status === 'running') {
    const change = { $set: { status: 'stopped' as const, finished_at: new Date() } };
    await store.writeReplay(() => store.replays.updateOne({ _id: id }, change));
    events.replayChanged('stopped', { replay_id: id });
  }
  return getReplay(registry, id);
}
