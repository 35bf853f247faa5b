import { TaskhookError } from '@taskhook/errors';
import type { ConnectionDoc } from '../store/connection-model.ts';
import type { Store } from '../store/store.ts';

/** The connection. Throws `not_found`. */
export async function findConnection(store: Store, id: string): Promise<ConnectionDoc> {
  const doc = await store.connections.findById(id).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no connection with this id.');
  return doc;
}
