import { joinSecrets, splitSecrets, type ConnectionInput, type ConnectionSecrets } from '@taskhook/contracts';
import type { Vault } from '@taskhook/vault';
import type { ConnectionDoc } from '../store/connection-model.ts';
import { settingsOf } from './connection-view.ts';

type Kept = Pick<ConnectionDoc, 'name' | 'provider' | 'settings' | 'secrets'>;

/** A connection as it is stored: its secrets sealed together under its id. */
export function sealConnection(vault: Vault, id: string, connection: ConnectionInput): Kept {
  const { name, provider, ...members } = connection;
  const { settings, secrets } = splitSecrets(provider, members);
  return {
    name,
    provider,
    settings: JSON.stringify(settings),
    secrets: vault.seal(JSON.stringify(secrets), id),
  };
}

/** What is stored with other members in place of some; secrets that are not given anew stay. */
export function patchedConnection(
  vault: Vault,
  doc: ConnectionDoc,
  patch: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const secrets = JSON.parse(vault.open(doc.secrets, doc._id)) as ConnectionSecrets;
  const given = { name: doc.name, ...settingsOf(doc), ...patch };
  return { provider: doc.provider, ...joinSecrets(doc.provider, given, secrets) };
}
