import { Type } from 'typebox';
import { idPatterns, pageOf, Task, TaskStatus } from '@taskhook/contracts';
import { listTasks } from '../../tasks/list-tasks.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { cursor, Limit } from '../parameters.ts';

const Query = Type.Object(
  {
    status: Type.Optional(TaskStatus),
    connection: Type.Optional(
      Type.String({ pattern: idPatterns.connection, description: 'Only tasks that name this connection' }),
    ),
    limit: Type.Optional(Limit),
    cursor: Type.Optional(cursor(idPatterns.task)),
  },
  { additionalProperties: false },
);

export const listTasksEndpoint = defineEndpoint({
  id: 'listTasks',
  method: 'get',
  path: '/v1/tasks',
  tag: 'Tasks',
  summary: 'List tasks, newest first',
  query: Query,
  answer: { status: 200, description: 'A page of tasks', schema: pageOf(Task) },
  errors: ['invalid_request'],
  handle: (registry, { query }) => listTasks(registry, query),
});
