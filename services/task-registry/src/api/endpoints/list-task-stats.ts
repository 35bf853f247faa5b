import { Type } from 'typebox';
import { TaskhookError } from '@taskhook/errors';
import { taskStats, TaskStats } from '../../figures/task-stats.ts';
import { defineEndpoint } from '../define-endpoint.ts';

const TASKS = 200;

const Query = Type.Object(
  {
    task_ids: Type.Optional(
      Type.String({
        pattern: `^[\\w]+(,[\\w]+){0,${TASKS - 1}}$`,
        description: `Ids separated by commas, at most ${TASKS}; all tasks that had leads where it is left out`,
      }),
    ),
    time_zone: Type.Optional(
      Type.String({ description: 'Where today begins, such as Europe/Rome', default: 'UTC' }),
    ),
  },
  { additionalProperties: false },
);

export const listTaskStatsEndpoint = defineEndpoint({
  id: 'listTaskStats',
  method: 'get',
  path: '/v1/tasks/stats',
  tag: 'Tasks',
  summary: "Show tasks' leads of today and of the last 24 hours, and how many of them succeeded",
  query: Query,
  answer: {
    status: 200,
    description: 'The figures of each task',
    schema: Type.Object({ items: Type.Array(TaskStats) }),
  },
  errors: ['invalid_request'],
  handle: (registry, { query: { task_ids, time_zone } }) => {
    if (time_zone !== undefined) requireTimeZone(time_zone);
    return taskStats(registry, {
      ...(task_ids === undefined ? {} : { task_ids: task_ids.split(',') }),
      ...(time_zone === undefined ? {} : { time_zone }),
    });
  },
});

function requireTimeZone(timeZone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    const errors = [{ field: 'time_zone', message: 'is not a time zone such as Europe/Rome' }];
    throw new TaskhookError('invalid_request', 'The query is not valid: time_zone.', { errors });
  }
}
