import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { revisionId } from '../store/revision-model.ts';
import type { Store } from '../store/store.ts';
import { toRevision, type TaskRevision } from './revision-view.ts';

/** One revision of a task. Throws `not_found`. */
export async function getRevision(store: Store, taskId: string, revision: number): Promise<TaskRevision> {
  const doc = await store.revisions.findById(revisionId(taskId, revision)).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no such revision of a task with this id.');
  return toRevision(doc);
}

export async function readDefinition(
  store: Store,
  taskId: string,
  revision: number,
): Promise<TaskDefinition> {
  return (await getRevision(store, taskId, revision)).definition;
}
