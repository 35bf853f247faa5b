import { MINUTE } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { announceTask } from '../tasks/announce-task.ts';
import { updateTask } from '../tasks/update-task.ts';

export const LISTEN_MS = 10 * MINUTE;

/** For the next ten minutes the requests of the task are kept as samples too. Throws `not_found`. */
export async function listenForSamples(
  registry: Registry,
  taskId: string,
): Promise<{ listens_until: string }> {
  const end = new Date(Date.now() + LISTEN_MS);
  await setEnd(registry, taskId, end);
  return { listens_until: end.toISOString() };
}

/** From now on requests are not kept as samples. Throws `not_found`. */
export async function stopListening(registry: Registry, taskId: string): Promise<void> {
  await setEnd(registry, taskId, null);
}

/** Listening is no change of the task itself. */
async function setEnd(registry: Registry, taskId: string, end: Date | null): Promise<void> {
  const { after } = await updateTask(registry.store, taskId, ({ updated_at }) => ({
    listens_until: end,
    updated_at,
  }));
  await announceTask(registry, end === null ? 'stopped listening' : 'listens', after);
}
