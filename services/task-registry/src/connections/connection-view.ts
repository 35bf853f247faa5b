import { connectionMembers, inboundPath, type Connection, type ConnectionRecord } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import type { ConnectionDoc } from '../store/connection-model.ts';

type ViewParts = Pick<Registry, 'publicUrl' | 'verifyTokens'>;

/** A connection as the API shows it: without its secrets. */
export function toConnection(registry: ViewParts, doc: ConnectionDoc): Connection {
  return {
    id: doc._id,
    name: doc.name,
    provider: doc.provider,
    ...('base_url' in connectionMembers[doc.provider] ? { base_url: null } : {}),
    ...settingsOf(doc),
    ...inboundOf(registry, doc),
    created_at: doc.created_at.toISOString(),
    updated_at: doc.updated_at.toISOString(),
  };
}

/** Where its provider tells of messages and replies; nothing for one that tells of none. */
function inboundOf({ publicUrl, verifyTokens }: ViewParts, { _id, provider }: ConnectionDoc): object {
  const url = `${publicUrl}${inboundPath(_id)}`;
  if (provider === 'twilio') return { inbound: { url } };
  return provider === 'whatsapp' ? { inbound: { url, verify_token: verifyTokens.sign(_id) } } : {};
}

/** What task-runner is told of a connection. */
export function toConnectionRecord(doc: ConnectionDoc): ConnectionRecord {
  const { _id, provider, secrets } = doc;
  return { connection_id: _id, provider, settings: settingsOf(doc), sealed_secrets: secrets };
}

export function settingsOf({ settings }: Pick<ConnectionDoc, 'settings'>): Record<string, unknown> {
  return JSON.parse(settings) as Record<string, unknown>;
}
