import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { cursorPages } from '../../api/cursor-pages.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { TaskStats } from '../../api/types.ts';

const PAGE = 50;
const STATS_EVERY_MS = 30_000;

/** Tasks, newest first. */
export const taskListQuery = cursorPages({
  queryKey: queryKeys.tasks.list({}),
  fetchPage: (cursor, signal) => {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    return answerOf(api.GET('/v1/tasks', { params: { query }, signal }));
  },
});

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.tasks.one(id),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/tasks/{id}', { params: { path: { id } }, signal })),
  });

/** The revisions of a task, newest first. */
export const revisionListQuery = (id: string) =>
  cursorPages({
    queryKey: queryKeys.tasks.revisions(id),
    fetchPage: (cursor, signal) => {
      const query = cursor === undefined ? {} : { cursor: Number(cursor) };
      return answerOf(api.GET('/v1/tasks/{id}/revisions', { params: { path: { id }, query }, signal }));
    },
  });

/** The figures of tasks that had leads since yesterday, by their id; today is the reader's own day. */
export const taskStatsQuery = queryOptions({
  queryKey: queryKeys.tasks.stats,
  refetchInterval: STATS_EVERY_MS,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, TaskStats>> => {
    const query = { time_zone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
    const { items } = await answerOf(api.GET('/v1/tasks/stats', { params: { query }, signal }));
    return new Map(items.map((stats) => [stats.task_id, stats]));
  },
});

/** What the task caught while it listened, newest first, read as the task is now. */
export const samplesQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.tasks.samples(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/tasks/{id}/samples', { params: { path: { id } }, signal })),
  });

const LAST_LEADS = 10;

/** The leads of the newest runs of a task. */
export const lastLeadsQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.tasks.lastLeads(id),
    queryFn: async ({ signal }) => {
      const query = { task_id: id, limit: LAST_LEADS };
      const { items } = await answerOf(api.GET('/v1/runs', { params: { query }, signal }));
      return items.filter(({ lead }) => lead !== null);
    },
  });

export const revisionQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: [...queryKeys.tasks.revisions(id), revision],
    queryFn: ({ signal }) => {
      const path = { id, revision };
      return answerOf(api.GET('/v1/tasks/{id}/revisions/{revision}', { params: { path }, signal }));
    },
  });
