import type { Store } from '../store/store.ts';
import { findTask } from '../tasks/find-task.ts';

/** Forgets the samples of a task. Throws `not_found`. */
export async function deleteSamples(store: Store, taskId: string): Promise<void> {
  await findTask(store, taskId);
  await forgetSamples(store, taskId);
}

export async function forgetSamples(store: Store, taskId: string): Promise<void> {
  await store.writeSample(() => store.samples.deleteMany({ task_id: taskId }));
}
