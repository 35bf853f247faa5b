import {
  isLeadProvider,
  openRecord,
  type ConnectionProvider,
  type FetchJob,
  type Reason,
  type TaskDefinition,
} from '@taskhook/contracts';
import type { FetcherDeps } from './deps.ts';
import { leadProviders } from './providers/index.ts';

/** A connection with its token in clear. */
export interface Connection {
  id: string;
  /** Null: the provider's usual address. */
  baseUrl: string | null;
  token: string;
}

type Found = { ok: true; connection: Connection } | { ok: false; reason: Reason };

/** The connection of the task as it is now: a token that was renewed counts at once. */
export async function findConnection(
  { readModel, vault }: Pick<FetcherDeps, 'readModel' | 'vault'>,
  { source_connection: id }: TaskDefinition,
  { provider }: FetchJob,
): Promise<Found> {
  const { title } = leadProviders[provider];
  if (id === undefined) return missing(`This task needs a connection to ${title} to read its leads: add one`);
  const record = await readModel.connection(id);
  if (record === null) {
    return missing(`The connection ${id} of this task is gone: give it another one to ${title}`);
  }
  const settings = openRecord(record, vault);
  if (settings.provider !== provider) {
    return missing(
      `The connection ${id} of this task is one to ${titleOf(record.provider)}: give it one to ${title}`,
    );
  }
  return {
    ok: true,
    connection: { id, baseUrl: settings.base_url ?? null, token: settings.access_token },
  };
}

function titleOf(provider: ConnectionProvider): string {
  return isLeadProvider(provider) ? leadProviders[provider].title : provider;
}

function missing(message: string): Found {
  return { ok: false, reason: { code: 'connection_missing', message: `${message}, then replay the run.` } };
}
