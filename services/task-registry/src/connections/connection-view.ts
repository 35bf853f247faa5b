import type { Connection, ConnectionRecord } from '@taskhook/contracts';
import type { ConnectionDoc } from '../store/connection-model.ts';

/** A connection as the API shows it: without its token. */
export function toConnection(doc: ConnectionDoc): Connection {
  return {
    id: doc._id,
    name: doc.name,
    provider: doc.provider,
    base_url: doc.base_url,
    created_at: doc.created_at.toISOString(),
    updated_at: doc.updated_at.toISOString(),
  };
}

/** What task-runner is told of a connection. */
export function toConnectionRecord({
  _id,
  provider,
  base_url,
  access_token,
}: ConnectionDoc): ConnectionRecord {
  return { connection_id: _id, provider, base_url, sealed_access_token: access_token };
}
