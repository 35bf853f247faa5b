import type { Connection, ConnectionProvider } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { toPage, type Page } from '../store/page.ts';
import { toConnection } from './connection-view.ts';

export interface ConnectionQuery {
  provider?: ConnectionProvider;
  limit?: number;
  cursor?: string;
}

/** Connections, newest first. */
export async function listConnections(
  registry: Registry,
  { provider, limit = 50, cursor }: ConnectionQuery,
): Promise<Page<Connection>> {
  const docs = await registry.store.connections
    .find({
      ...(provider === undefined ? {} : { provider }),
      ...(cursor === undefined ? {} : { _id: { $lt: cursor } }),
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  return toPage(docs, limit, (doc) => toConnection(registry, doc));
}
