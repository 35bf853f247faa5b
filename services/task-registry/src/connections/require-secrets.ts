import { splitSecrets, type ConnectionPatch, type ConnectionSecrets } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Vault } from '@taskhook/vault';
import type { ConnectionDoc } from '../store/connection-model.ts';
import { settingsOf } from './connection-view.ts';

/** Members that say where the secrets are sent to. */
const addresses = ['base_url', 'host', 'url'];

/** It signs mails here and is sent to nobody. */
const neverSent = new Set(['dkim.private_key']);

/**
 * A secret does not follow to an address that it was not given for: it has to be given again. Null, the
 * provider's own address, needs none. Throws `invalid_request`.
 */
export function requireSecretsForAddress(vault: Vault, doc: ConnectionDoc, patch: ConnectionPatch): void {
  const settings = settingsOf(doc);
  const moves = addresses.some((member) => isNew(patch[member], settings[member]));
  if (!moves) return;
  const stored = JSON.parse(vault.open(doc.secrets, doc._id)) as ConnectionSecrets;
  const given = splitSecrets(doc.provider, patch).secrets;
  const [missing] = Object.keys(stored).filter((path) => !neverSent.has(path) && given[path] === undefined);
  if (missing === undefined) return;
  const message = 'has to be given again with a new address';
  throw new TaskhookError('invalid_request', `The connection is not valid: ${missing} ${message}.`, {
    errors: [{ field: missing, message }],
  });
}

function isNew(given: unknown, stored: unknown): boolean {
  return given !== undefined && given !== null && given !== stored;
}
