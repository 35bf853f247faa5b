import type { Task } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { announceTask } from './announce-task.ts';
import { toTask } from './task-view.ts';
import { updateTask } from './update-task.ts';

/** From now on leads are held. Runs that have begun go on. Throws `not_found`. */
export async function pauseTask(registry: Registry, id: string): Promise<Task> {
  const { after } = await updateTask(registry.store, id, () => ({ status: 'paused' }));
  await announceTask(registry, 'paused', after);
  return toTask(after, registry.publicUrl);
}
