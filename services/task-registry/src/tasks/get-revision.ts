import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { definitionOf } from '../store/json-text.ts';
import { revisionId } from '../store/revision-model.ts';
import type { Store } from '../store/store.ts';
import { toRevision, type TaskRevision } from './revision-view.ts';

/** One revision of a task. Throws `not_found`. */
export async function getRevision(store: Store, taskId: string, revision: number): Promise<TaskRevision> {
  const doc = await store.revisions.findById(revisionId(taskId, revision)).lean();
  if (doc === null) throw new TaskhookError('not_found', 'There is no such revision of a task with this id.');
  return toRevision(doc);
}

/** The definition of a revision, null where it is not there. */
export async function findDefinition(
  store: Store,
  taskId: string,
  revision: number,
): Promise<TaskDefinition | null> {
  const doc = await store.revisions.findById(revisionId(taskId, revision)).lean();
  return doc === null ? null : definitionOf(doc);
}
