import type { Task } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { definitionOf } from '../store/json-text.ts';
import { createTask } from './create-task.ts';
import { findTask } from './find-task.ts';
import { openAuth } from './seal-auth.ts';

const NAME_LENGTH = 200;
const SUFFIX = ' (copy)';

/**
 * Makes a task that does what another does, with an address and a signing secret of its own, told in
 * this answer alone. Its sender proves itself as that of the other does. Throws `not_found`.
 */
export async function duplicateTask(registry: Registry, id: string): Promise<Task> {
  const definition = definitionOf(await findTask(registry.store, id));
  const auth = openAuth(registry.vault, id, definition.auth);
  const name = definition.name.slice(0, NAME_LENGTH - SUFFIX.length) + SUFFIX;
  return createTask(registry, { ...definition, auth, name });
}
