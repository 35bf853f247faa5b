import { isLeadProvider, providers, type TaskDefinition } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { providerTitle } from '../connections/provider-title.ts';
import type { Store } from '../store/store.ts';

/** Whether the connection that a task names exists, and is one to the sender that the task takes. */
export async function connectionErrors(
  store: Store,
  { source, source_connection }: TaskDefinition,
): Promise<FieldError[]> {
  if (source_connection === undefined) return [];
  const connection = await store.connections.findById(source_connection, { provider: 1 }).lean();
  if (connection === null) return [problem('is not the id of a connection')];
  const { provider } = connection;
  if (!isLeadProvider(provider)) {
    return [problem(`connects to ${providerTitle(provider)}, from which no leads are fetched`)];
  }
  const pinned = providers.find((name) => name === source);
  if (pinned === undefined || pinned === provider) return [];
  return [problem(`connects to ${providerTitle(provider)}, and the task takes ${providerTitle(pinned)}`)];
}

function problem(message: string): FieldError {
  return { field: 'source_connection', message };
}
