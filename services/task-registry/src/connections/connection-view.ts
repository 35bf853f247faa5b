import { connectionMembers, type Connection, type ConnectionRecord } from '@taskhook/contracts';
import type { ConnectionDoc } from '../store/connection-model.ts';

/** A connection as the API shows it: without its secrets. */
export function toConnection(doc: ConnectionDoc): Connection {
  return {
    id: doc._id,
    name: doc.name,
    provider: doc.provider,
    ...('base_url' in connectionMembers[doc.provider] ? { base_url: null } : {}),
    ...settingsOf(doc),
    created_at: doc.created_at.toISOString(),
    updated_at: doc.updated_at.toISOString(),
  };
}

/** What task-runner is told of a connection. */
export function toConnectionRecord(doc: ConnectionDoc): ConnectionRecord {
  const { _id, provider, secrets } = doc;
  return { connection_id: _id, provider, settings: settingsOf(doc), sealed_secrets: secrets };
}

export function settingsOf({ settings }: Pick<ConnectionDoc, 'settings'>): Record<string, unknown> {
  return JSON.parse(settings) as Record<string, unknown>;
}
