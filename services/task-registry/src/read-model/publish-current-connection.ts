import { publishConnection, removeConnection } from '@taskhook/queue';
import { toConnectionRecord } from '../connections/connection-view.ts';
import type { Publisher } from './publish-current.ts';

/**
 * Makes Redis hold a connection as MongoDB has it, or not at all. Whoever overtakes another looks
 * again after it has published, so the last one leaves the newest state.
 */
export async function publishCurrentConnection({ store, redis, keys }: Publisher, id: string): Promise<void> {
  for (;;) {
    const doc = await store.connections.findById(id).lean();
    if (doc === null) await removeConnection(redis, keys, id);
    else await publishConnection(redis, keys, toConnectionRecord(doc));
    const now = await store.connections.findById(id, { version: 1 }).lean();
    if (now?.version === doc?.version) return;
  }
}
