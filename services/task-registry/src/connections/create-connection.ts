import { newConnectionId, type Connection, type ConnectionInput } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { announceConnection } from './announce-connection.ts';
import { checkConnection } from './check-connection.ts';
import { toConnection } from './connection-view.ts';

/** Keeps credentials for a provider; the token is sealed and never shown again. Throws `invalid_request`. */
export async function createConnection(registry: Registry, input: ConnectionInput): Promise<Connection> {
  const { name, provider, base_url = null, access_token } = checkConnection(input);
  const id = newConnectionId();
  const now = new Date();
  const doc = {
    _id: id,
    name,
    provider,
    base_url,
    access_token: registry.vault.seal(access_token, id),
    version: 1,
    created_at: now,
    updated_at: now,
  };
  await registry.store.connections.create([doc]);
  await announceConnection(registry, 'created', id);
  return toConnection(doc);
}
