import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import type { Store } from '../store/store.ts';
import { announceConnection } from './announce-connection.ts';
import { findConnection } from './find-connection.ts';

/** Forgets credentials. Throws `not_found`, or `conflict` while a task names the connection. */
export async function deleteConnection(registry: Registry, id: string): Promise<void> {
  const { store } = registry;
  await findConnection(store, id);
  await requireUnused(store, id);
  await store.writeConnection(() => store.connections.deleteOne({ _id: id }));
  await announceConnection(registry, 'deleted', id);
}

const MOST_NAMED = 5;

async function requireUnused(store: Store, id: string): Promise<void> {
  const tasks = await store.tasks
    .find({ connections: id, status: { $in: ['active', 'paused'] } }, { _id: 1 })
    .limit(MOST_NAMED)
    .lean();
  if (tasks.length === 0) return;
  const names = tasks.map(({ _id }) => _id).join(', ');
  throw new TaskhookError('conflict', `The connection is in use by ${names}; take it away there first.`);
}
