import { deleteTask } from '../../tasks/delete-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const deleteTaskEndpoint = defineEndpoint({
  id: 'deleteTask',
  method: 'delete',
  path: '/v1/tasks/:id',
  tag: 'Tasks',
  summary: 'Delete a task: its webhooks are gone, runs that have not begun are cancelled, its history stays',
  params: TaskParams,
  answer: { status: 204, description: 'The task is deleted' },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => deleteTask(registry, params.id),
});
