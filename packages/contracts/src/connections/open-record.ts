import { TaskhookError } from '@taskhook/errors';
import { validator } from '../validate.ts';
import { ConnectionSettings, type ConnectionRecord } from './connection.ts';
import { joinSecrets, type ConnectionSecrets } from './secrets.ts';

const check = validator(ConnectionSettings);

/**
 * A connection with its secrets in clear. Throws `internal_error` for a
 * record that this version cannot read, and what the vault throws.
 */
export function openRecord(
  record: ConnectionRecord,
  vault: { open(sealed: string, context: string): string },
): ConnectionSettings {
  const { connection_id, provider, settings, sealed_secrets } = record;
  const secrets = JSON.parse(vault.open(sealed_secrets, connection_id)) as ConnectionSecrets;
  const result = check({ ...joinSecrets(provider, settings, secrets), provider });
  if (result.ok) return result.value;
  throw new TaskhookError('internal_error', 'A stored connection cannot be read.');
}
