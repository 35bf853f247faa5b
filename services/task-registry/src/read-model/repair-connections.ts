import { driftedConnections } from '@taskhook/queue';
import { toConnectionRecord } from '../connections/connection-view.ts';
import { publishCurrentConnection } from './publish-current-connection.ts';
import type { Publisher } from './publish-current.ts';

/** Makes Redis hold the connections that MongoDB holds. Gives how many it did not. */
export async function repairConnections(publisher: Publisher): Promise<number> {
  const { store, redis, keys } = publisher;
  const docs = await store.connections.find().lean();
  const drifted = await driftedConnections(redis, keys, docs.map(toConnectionRecord));
  for (const id of drifted) await publishCurrentConnection(publisher, id);
  return drifted.length;
}
