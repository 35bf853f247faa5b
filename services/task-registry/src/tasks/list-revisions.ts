import type { Registry } from '../registry.ts';
import type { Page } from '../store/page.ts';
import { taskNotFound } from './find-task.ts';
import { toRevision, type TaskRevision } from './revision-view.ts';

export interface RevisionQuery {
  limit?: number;
  /** The lowest revision of the page before. */
  cursor?: number;
}

/** Revisions, newest first; those of a deleted task too, since its runs refer to them. Throws `not_found`. */
export async function listRevisions(
  { store }: Registry,
  taskId: string,
  { limit = 50, cursor }: RevisionQuery,
): Promise<Page<TaskRevision>> {
  const docs = await store.revisions
    .find({ task_id: taskId, ...(cursor === undefined ? {} : { revision: { $lt: cursor } }) })
    .sort({ revision: -1 })
    .limit(limit + 1)
    .lean();
  if (docs.length === 0 && cursor === undefined) throw taskNotFound();
  const items = docs.slice(0, limit).map(toRevision);
  const last = items.at(-1);
  return { items, next_cursor: docs.length > limit && last !== undefined ? String(last.revision) : null };
}
