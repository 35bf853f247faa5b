import type { Connection, ConnectionPatch } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { announceConnection } from './announce-connection.ts';
import { checkConnection } from './check-connection.ts';
import { toConnection } from './connection-view.ts';
import { findConnection } from './find-connection.ts';

/**
 * Changes what is given; a new token counts for the next lead that is fetched. Throws `not_found` or
 * `invalid_request`.
 */
export async function changeConnection(
  registry: Registry,
  id: string,
  patch: ConnectionPatch,
): Promise<Connection> {
  const { store, vault } = registry;
  const { access_token, ...given } = checkConnection(patch);
  const sealed = access_token === undefined ? {} : { access_token: vault.seal(access_token, id) };
  await store.writeConnection(() =>
    store.connections.updateOne(
      { _id: id },
      { $set: { ...given, ...sealed, updated_at: new Date() }, $inc: { version: 1 } },
    ),
  );
  const doc = await findConnection(store, id);
  await announceConnection(registry, 'changed', id);
  return toConnection(doc);
}
