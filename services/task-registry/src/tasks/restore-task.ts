import { DAY, type Task } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import type { Store } from '../store/store.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { announceTask } from './announce-task.ts';
import { taskNotFound } from './find-task.ts';
import { toTask } from './task-view.ts';

/** For so long after it was deleted. */
export const RESTORE_MS = 7 * DAY;

const TRIES = 10;

/**
 * Takes back that a task was deleted: it is as it was, with its addresses, and as paused or active as
 * before. Runs that ended by it stay cancelled, samples stay forgotten. Throws `not_found`, or
 * `conflict` where it is not deleted or was too long ago.
 */
export async function restoreTask(registry: Registry, id: string): Promise<Task> {
  const task = await registry.store.writeTask(() => restore(registry.store, id));
  await announceTask(registry, 'restored', task);
  registry.lookAtHeld(id);
  return toTask(task, registry.publicUrl);
}

async function restore(store: Store, id: string): Promise<TaskDoc> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await store.tasks.findById(id).lean<TaskDoc | null>();
    if (before === null) throw taskNotFound();
    const { status, webhooks } = stateBefore(before);
    const { _id, version, ...values } = before;
    const now = new Date();
    const after = { ...values, status, webhooks, deleted: null, version: version + 1, updated_at: now };
    const { matchedCount } = await store.tasks.updateOne({ _id, version }, { $set: after });
    if (matchedCount === 1) return { _id, ...after };
  }
  throw new TaskhookError('conflict', 'The task is being changed by others; try again.');
}

function stateBefore({ status, deleted }: TaskDoc): NonNullable<TaskDoc['deleted']> {
  if (status !== 'deleted') throw new TaskhookError('conflict', 'The task is not deleted.');
  if (deleted === undefined || deleted === null || deleted.at.getTime() < Date.now() - RESTORE_MS)
    throw new TaskhookError('conflict', 'The task was deleted too long ago to be restored.');
  return deleted;
}
