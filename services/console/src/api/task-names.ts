import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { isProblem } from './problem.ts';
import { queryKeys } from './query-keys.ts';

const PAGE = 200;
const FRESH_MS = 60_000;

/** The names of all tasks by their ids, newest first; of those that were deleted there is none. */
export const taskNamesQuery = queryOptions({
  queryKey: queryKeys.tasks.names,
  staleTime: FRESH_MS,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
    const names = new Map<string, string>();
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const page = await answerOf(api.GET('/v1/tasks', { params: { query }, signal }));
      for (const { id, name } of page.items) names.set(id, name);
      cursor = page.next_cursor;
    }
    return names;
  },
});

/** The name of one task; null where it was deleted. */
const taskNameQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.tasks.name(id),
    staleTime: FRESH_MS,
    queryFn: async ({ signal }): Promise<string | null> => {
      try {
        return (await answerOf(api.GET('/v1/tasks/{id}', { params: { path: { id } }, signal }))).name;
      } catch (error) {
        if (isProblem(error, 'not_found')) return null;
        throw error;
      }
    },
  });

/**
 * The name of a task: null where it was deleted, undefined while that is not known. One that is younger than the
 * names that are there is asked for by itself.
 */
export function useTaskName(id: string): string | null | undefined {
  const names = useQuery(taskNamesQuery).data;
  const known = names?.get(id);
  const own = useQuery({ ...taskNameQuery(id), enabled: names !== undefined && known === undefined }).data;
  return known ?? own;
}
