import type { Task, TaskStatus } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { toPage, type Page } from '../store/page.ts';
import { toTask } from './task-view.ts';

export interface TaskQuery {
  status?: TaskStatus;
  connection?: string;
  limit?: number;
  cursor?: string;
}

/** Tasks, newest first. */
export async function listTasks({ store, publicUrl }: Registry, query: TaskQuery): Promise<Page<Task>> {
  const { status, connection, limit = 50, cursor } = query;
  const docs = await store.tasks
    .find({
      status: status ?? { $in: ['active', 'paused'] },
      ...(connection === undefined ? {} : { connections: connection }),
      ...(cursor === undefined ? {} : { _id: { $lt: cursor } }),
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  return toPage(docs, limit, (doc) => toTask(doc, publicUrl));
}
