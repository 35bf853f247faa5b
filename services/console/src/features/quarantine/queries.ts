import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { cursorPages } from '../../api/cursor-pages.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { QuarantineEntry, QuarantineSummary, Task, TaskInput } from '../../api/types.ts';
import type { EntryFilter } from './list/entry-filter.ts';

const PAGE = 50;

/** Requests that gave no lead, newest first. */
export const entryListQuery = (filter: EntryFilter) =>
  cursorPages<QuarantineSummary>({
    queryKey: queryKeys.quarantine.list(filter),
    fetchPage: (cursor, signal) => {
      const { task, status = 'open' as const } = filter;
      const query = {
        status,
        limit: PAGE,
        ...(task === undefined ? {} : { task_id: task }),
        ...(cursor === undefined ? {} : { cursor }),
      };
      return answerOf(api.GET('/v1/quarantine', { params: { query }, signal }));
    },
  });

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.quarantine.one(id),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/quarantine/{id}', { params: { path: { id } }, signal })),
  });

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.tasks.one(id),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/tasks/{id}', { params: { path: { id } }, signal })),
  });

/** How the task, as it is now, reads the request: its fields by their paths, and what it takes from where. */
export const readingQuery = (entry: QuarantineEntry, task: Task) =>
  queryOptions({
    queryKey: queryKeys.quarantine.reading(entry.id, task.revision),
    retry: false,
    queryFn: ({ signal }) => {
      const { method, query, headers, body } = entry.request;
      const sample = { request: { method, query, headers, body } };
      return answerOf(api.POST('/v1/tasks/preview', { body: { task: asInput(task), sample }, signal }));
    },
  });

function asInput(task: Task): TaskInput {
  const {
    id: _id,
    status: _status,
    revision: _revision,
    created_at: _created,
    updated_at: _updated,
    webhook: _webhook,
    signing_secret: _secret,
    ...definition
  } = task;
  return definition;
}
