import { withTaskDefaults, type Task, type TaskPatch } from '@taskhook/contracts';
import type { Vault } from '@taskhook/vault';
import type { Registry } from '../registry.ts';
import { definitionOf } from '../store/json-text.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { reviseTask, type RevisedTask } from './revise-task.ts';
import { sealAuth } from './seal-auth.ts';

/**
 * Makes a new revision in which each member given replaces the old one; no revision where nothing
 * changes. Of several changes at once each applies to the outcome of the one before. Throws
 * `not_found`, `invalid_task` or `conflict`.
 */
export function changeTask(registry: Registry, id: string, patch: TaskPatch): Promise<Task> {
  return reviseTask(registry, id, (task) => patched(registry.vault, task, patch));
}

function patched(vault: Vault, task: TaskDoc, patch: TaskPatch): RevisedTask {
  const stored = definitionOf(task);
  const { source_connection, intake_limit, window, retention_days, ...given } = { ...stored, ...patch };
  const definition = withTaskDefaults({
    ...given,
    ...(source_connection && { source_connection }),
    ...(intake_limit && { intake_limit }),
    ...(window && { window }),
    ...(typeof retention_days === 'number' && { retention_days }),
  });
  if (patch.auth === undefined) return { definition, errors: [] };
  const { auth, errors } = sealAuth(vault, task._id, patch.auth, stored.auth);
  return { definition: { ...definition, auth }, errors };
}
