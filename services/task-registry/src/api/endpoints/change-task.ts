import { Task, TaskPatch } from '@taskhook/contracts';
import { changeTask } from '../../tasks/change-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const changeTaskEndpoint = defineEndpoint({
  id: 'changeTask',
  method: 'patch',
  path: '/v1/tasks/:id',
  tag: 'Tasks',
  summary: 'Change a task: each member given replaces the old one whole, and a new revision begins',
  params: TaskParams,
  body: TaskPatch,
  answer: { status: 200, description: 'The task with its new revision', schema: Task },
  errors: ['malformed_body', 'invalid_request', 'not_found', 'conflict', 'invalid_task', 'body_too_large'],
  handle: (registry, { params, body }) => changeTask(registry, params.id, body),
});
