import { BULK_SIZE, type Store } from '../store/store.ts';

/** Notes which run each one was replayed as. Done again it notes the same. */
export async function noteReplays(
  store: Store,
  replays: readonly { runId: string; replayedAs: string }[],
): Promise<void> {
  const updates = replays.map(({ runId, replayedAs }) => ({
    updateOne: {
      filter: { _id: runId },
      update: { $set: { replayed_as: replayedAs }, $inc: { version: 1 } },
    },
  }));
  for (let at = 0; at < updates.length; at += BULK_SIZE) {
    const bulk = updates.slice(at, at + BULK_SIZE);
    await store.writeRun(() => store.runs.bulkWrite(bulk));
  }
}
