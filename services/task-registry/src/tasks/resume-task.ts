import type { Task } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { announceTask } from './announce-task.ts';
import { toTask } from './task-view.ts';
import { updateTask } from './update-task.ts';

/**
 * Leads start runs again, and the runs that were held start with the current revision. The task is
 * active before the held runs are looked for, so one that is held meanwhile is not missed: whoever
 * records it looks at the task. Throws `not_found`.
 */
export async function resumeTask(registry: Registry, id: string): Promise<Task> {
  const { after } = await updateTask(registry.store, id, () => ({ status: 'active' }));
  await announceTask(registry, 'resumed', after);
  registry.lookAtHeld(id);
  return toTask(after, registry.publicUrl);
}
