import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { cursorPages } from '../../api/cursor-pages.ts';
import { queryKeys } from '../../api/query-keys.ts';

const PAGE = 50;
const HEALTH_EVERY_MS = 15_000;
const MOST_USERS = 200;

/** Connections, newest first, without their health. */
export const connectionListQuery = cursorPages({
  queryKey: queryKeys.connections.list,
  fetchPage: (cursor, signal) => {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    return answerOf(api.GET('/v1/connections', { params: { query }, signal }));
  },
});

/** A connection with its health, which is asked again while it is shown. */
export const connectionQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.connections.one(id),
    refetchInterval: HEALTH_EVERY_MS,
    queryFn: ({ signal }) => answerOf(api.GET('/v1/connections/{id}', { params: { path: { id } }, signal })),
  });

/** The tasks that name a connection. */
export const usersQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.connections.users(id),
    queryFn: ({ signal }) => {
      const query = { connection: id, limit: MOST_USERS };
      return answerOf(api.GET('/v1/tasks', { params: { query }, signal }));
    },
  });
