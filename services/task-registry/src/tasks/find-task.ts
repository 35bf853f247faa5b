import { TaskhookError } from '@taskhook/errors';
import type { Store } from '../store/store.ts';
import type { TaskDoc } from '../store/task-model.ts';

/** The task. Throws `not_found` where there is none or it was deleted. */
export async function findTask(store: Store, id: string): Promise<TaskDoc> {
  const doc = await store.tasks.findById(id).lean();
  if (doc === null || doc.status === 'deleted') throw taskNotFound();
  return doc;
}

export function taskNotFound(): TaskhookError {
  return new TaskhookError('not_found', 'There is no task with this id.');
}

/** The task that something stored refers to. Throws `conflict` where it was deleted since. */
export async function findOwningTask(store: Store, id: string): Promise<TaskDoc> {
  const doc = await store.tasks.findById(id).lean();
  if (doc !== null && doc.status !== 'deleted') return doc;
  throw new TaskhookError('conflict', 'The task that this belongs to is deleted.');
}
