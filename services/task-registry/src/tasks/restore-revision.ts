import type { Task } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import { findTask } from './find-task.ts';
import { findDefinition } from './get-revision.ts';
import { reviseTask } from './revise-task.ts';

/**
 * Makes a new revision that is what an old one was; none where the task is that already. Throws
 * `not_found`, `invalid_task` where it names what is no longer there, or `conflict`.
 */
export async function restoreRevision(registry: Registry, id: string, revision: number): Promise<Task> {
  await findTask(registry.store, id);
  const definition = await findDefinition(registry.store, id, revision);
  if (definition === null)
    throw new TaskhookError('not_found', 'There is no such revision of a task with this id.');
  // Its secrets are sealed under this task already.
  return reviseTask(registry, id, () => ({ definition, errors: [] }));
}
