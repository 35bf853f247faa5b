import { TaskhookError } from '@taskhook/errors';
import type { Store } from '../store/store.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { findTask } from './find-task.ts';

export type TaskUpdate = Partial<
  Pick<
    TaskDoc,
    | 'status'
    | 'name'
    | 'revision'
    | 'definition'
    | 'connections'
    | 'webhooks'
    | 'signing_secret'
    | 'listens_until'
    | 'deleted'
    | 'updated_at'
  >
>;

const TRIES = 10;

/**
 * Changes a task in one write, which takes place only if nobody else has changed it since it was
 * read; else `change` is asked again with the newer state. Gives the task before and after. Throws
 * `not_found`, or `conflict` where others are always faster.
 */
export function updateTask(
  store: Store,
  id: string,
  change: (task: TaskDoc) => TaskUpdate,
): Promise<{ before: TaskDoc; after: TaskDoc }> {
  return store.writeTask(async () => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await findTask(store, id);
      const after = { ...before, updated_at: new Date(), ...change(before), version: before.version + 1 };
      const { _id, ...values } = after;
      const result = await store.tasks.updateOne({ _id, version: before.version }, { $set: values });
      if (result.matchedCount === 1) return { before, after };
    }
    throw new TaskhookError('conflict', 'The task is being changed by others; try again.');
  });
}
