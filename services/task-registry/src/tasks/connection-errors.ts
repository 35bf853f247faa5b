import { channelProviders, isLeadProvider, providers, type TaskDefinition } from '@taskhook/contracts';
import type { ConnectionProvider } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { providerTitle } from '../connections/provider-title.ts';
import type { Store } from '../store/store.ts';

/** Whether the connections that a task names exist, and fit its sender and the channels of its steps. */
export async function connectionErrors(store: Store, definition: TaskDefinition): Promise<FieldError[]> {
  const found = new Map<string, ConnectionProvider>();
  for (const id of namedConnections(definition)) {
    const connection = await store.connections.findById(id, { provider: 1 }).lean();
    if (connection !== null) found.set(id, connection.provider);
  }
  const { source_connection } = definition;
  return [
    ...(source_connection === undefined ? [] : sourceErrors(definition, found.get(source_connection))),
    ...definition.steps.flatMap((step, index) => stepErrors(step, index, found)),
  ];
}

/** The ids of the connections that a task is in need of, each once. */
export function namedConnections({ source_connection, steps }: TaskDefinition): string[] {
  const ids = steps.flatMap((step) => ('connection' in step ? [step.connection] : []));
  return [...new Set(source_connection === undefined ? ids : [source_connection, ...ids])];
}

function sourceErrors({ source }: TaskDefinition, provider: ConnectionProvider | undefined): FieldError[] {
  const problem = (message: string) => [{ field: 'source_connection', message }];
  if (provider === undefined) return problem('is not the id of a connection');
  const title = providerTitle(provider);
  if (!isLeadProvider(provider)) return problem(`connects to ${title}, from which no leads are fetched`);
  const pinned = providers.find((name) => name === source);
  if (pinned === undefined || pinned === provider) return [];
  return problem(`connects to ${title}, and the task takes ${providerTitle(pinned)}`);
}

function stepErrors(
  step: TaskDefinition['steps'][number],
  index: number,
  found: ReadonlyMap<string, ConnectionProvider>,
): FieldError[] {
  if (!('connection' in step)) return [];
  const problem = (message: string) => [{ field: `steps.${index}.connection`, message }];
  const provider = found.get(step.connection);
  if (provider === undefined) return problem('is not the id of a connection');
  const fitting: readonly ConnectionProvider[] = channelProviders[step.channel];
  if (fitting.includes(provider)) return [];
  const wanted = fitting.map(providerTitle).join(' or ');
  return problem(`connects to ${providerTitle(provider)}, and a step of ${step.channel} needs ${wanted}`);
}
