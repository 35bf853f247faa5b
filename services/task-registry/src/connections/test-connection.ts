import { openRecord, type ConnectionTest } from '@taskhook/contracts';
import { testConnection as callProvider } from '@taskhook/outbound';
import type { Registry } from '../registry.ts';
import { toConnectionRecord } from './connection-view.ts';
import { findConnection } from './find-connection.ts';

/** Whether the connection works, by a call that sends nobody anything. Throws `not_found`. */
export async function testConnection(registry: Registry, id: string): Promise<ConnectionTest> {
  const record = toConnectionRecord(await findConnection(registry.store, id));
  const settings = openRecord(record, registry.vault);
  return callProvider(settings, registry.outbound);
}
