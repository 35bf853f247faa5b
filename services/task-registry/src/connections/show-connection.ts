import { isLeadProvider, type Connection } from '@taskhook/contracts';
import { targetHealth } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { toConnection } from './connection-view.ts';
import { findConnection } from './find-connection.ts';

/**
 * The connection and, where it sends, how it fares; without the latter while Redis cannot be read. Throws
 * `not_found`.
 */
export async function showConnection(registry: Registry, id: string): Promise<Connection> {
  const { store, redis, keys } = registry;
  const connection = toConnection(registry, await findConnection(store, id));
  if (isLeadProvider(connection.provider)) return connection;
  const health = await targetHealth(redis, keys, id).catch(() => undefined);
  return health === undefined ? connection : { ...connection, health };
}
