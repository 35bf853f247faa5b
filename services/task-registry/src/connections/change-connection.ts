import type { Connection, ConnectionPatch } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { resetTarget } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { announceConnection } from './announce-connection.ts';
import { checkConnection } from './check-connection.ts';
import { toConnection } from './connection-view.ts';
import { findConnection } from './find-connection.ts';
import { requireSecretsForAddress } from './require-secrets.ts';
import { patchedConnection, sealConnection } from './sealed-connection.ts';

const TRIES = 10;

/**
 * Changes what is given; null takes an optional member away, secrets that are not given stay, unless
 * the address is another one. It counts
 * for the next call that is made. Throws `not_found`, `invalid_request` or `conflict`.
 */
export async function changeConnection(
  registry: Registry,
  id: string,
  patch: ConnectionPatch,
): Promise<Connection> {
  const { store } = registry;
  await store.writeConnection(() => change(registry, id, patch));
  const doc = await findConnection(store, id);
  await announceConnection(registry, 'changed', id);
  // What failed before says nothing of what it is now. Where Redis is away, the next probe tells.
  await resetTarget(registry.redis, registry.keys, id).catch(() => undefined);
  return toConnection(registry, doc);
}

/** In one write, which takes place only if nobody else has changed the connection since it was read. */
async function change({ store, vault, engine }: Registry, id: string, patch: ConnectionPatch): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const doc = await findConnection(store, id);
    requireSameProvider(doc.provider, patch);
    requireSecretsForAddress(vault, doc, patch);
    const kept = sealConnection(vault, id, checkConnection(engine, patchedConnection(vault, doc, patch)));
    const values = { ...kept, updated_at: new Date(), version: doc.version + 1 };
    const result = await store.connections.updateOne(
      { _id: doc._id, version: doc.version },
      { $set: values },
    );
    if (result.matchedCount === 1) return;
  }
  throw new TaskhookError('conflict', 'The connection is being changed by others; try again.');
}

function requireSameProvider(provider: string, patch: ConnectionPatch): void {
  const given = patch['provider'] ?? provider;
  if (given === provider) return;
  throw new TaskhookError('invalid_request', 'A connection stays one to its provider: make another one.', {
    errors: [{ field: 'provider', message: 'cannot be changed' }],
  });
}
