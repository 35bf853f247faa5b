import { newConnectionId } from '@taskhook/contracts';
import { publishConnection } from '@taskhook/queue';
import { createVault } from '@taskhook/vault';
import type { Platform } from './runner.ts';

export interface Published {
  provider: 'smtp' | 'twilio' | 'sms-http' | 'whatsapp';
  settings: Record<string, unknown>;
  secrets: Record<string, unknown>;
}

/** Publishes a connection as task-registry does. */
export async function connect({ redis, keys, environment }: Platform, connection: Published) {
  const vault = createVault(Buffer.from(environment['TASKHOOK_SECRET_KEY'] ?? '', 'base64'));
  const connection_id = newConnectionId();
  const { provider, settings, secrets } = connection;
  const sealed_secrets = vault.seal(JSON.stringify(secrets), connection_id);
  await publishConnection(redis, keys, { connection_id, provider, settings, sealed_secrets });
  return connection_id;
}
