import { newConnectionId, type Connection, type ConnectionInput } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { announceConnection } from './announce-connection.ts';
import { checkConnection } from './check-connection.ts';
import { toConnection } from './connection-view.ts';
import { sealConnection } from './sealed-connection.ts';

/** Keeps credentials for a provider; secrets are sealed and never shown again. Throws `invalid_request`. */
export async function createConnection(registry: Registry, input: ConnectionInput): Promise<Connection> {
  const connection = checkConnection(registry.engine, input);
  const id = newConnectionId();
  const now = new Date();
  const kept = sealConnection(registry.vault, id, connection);
  const doc = { _id: id, ...kept, version: 1, created_at: now, updated_at: now };
  await registry.store.connections.create([doc]);
  await announceConnection(registry, 'created', id);
  return toConnection(registry, doc);
}
