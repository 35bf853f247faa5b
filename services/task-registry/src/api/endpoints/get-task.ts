import { Task } from '@taskhook/contracts';
import { findTask } from '../../tasks/find-task.ts';
import { toTask } from '../../tasks/task-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const getTaskEndpoint = defineEndpoint({
  id: 'getTask',
  method: 'get',
  path: '/v1/tasks/:id',
  tag: 'Tasks',
  summary: 'Show a task',
  params: TaskParams,
  answer: { status: 200, description: 'The task', schema: Task },
  errors: ['not_found'],
  handle: async ({ store, publicUrl }, { params }) => toTask(await findTask(store, params.id), publicUrl),
});
