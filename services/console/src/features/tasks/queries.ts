import { answerOf, api } from '../../api/client.ts';
import { cursorPages } from '../../api/cursor-pages.ts';
import { queryKeys } from '../../api/query-keys.ts';

const PAGE = 50;

/** Tasks, newest first. */
export const taskListQuery = cursorPages({
  queryKey: queryKeys.tasks.list({}),
  fetchPage: (cursor, signal) => {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    return answerOf(api.GET('/v1/tasks', { params: { query }, signal }));
  },
});
