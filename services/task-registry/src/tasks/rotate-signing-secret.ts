import { newSigningSecret, type Task } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { announceTask } from './announce-task.ts';
import { toTask } from './task-view.ts';
import { updateTask } from './update-task.ts';

/** Gives the task a new signing secret, told in this answer alone. Throws `not_found`. */
export async function rotateSigningSecret(registry: Registry, id: string): Promise<Task> {
  const secret = newSigningSecret();
  const sealed = registry.vault.seal(secret, id);
  const { after } = await updateTask(registry.store, id, () => ({ signing_secret: sealed }));
  await announceTask(registry, 'signing secret rotated', after);
  return toTask(after, registry.publicUrl, secret);
}
