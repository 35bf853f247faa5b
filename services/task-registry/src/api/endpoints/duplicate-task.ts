import { Task } from '@taskhook/contracts';
import { duplicateTask } from '../../tasks/duplicate-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const duplicateTaskEndpoint = defineEndpoint({
  id: 'duplicateTask',
  method: 'post',
  path: '/v1/tasks/:id/duplicate',
  tag: 'Tasks',
  summary: 'Make a copy of a task, with an address and a signing secret of its own',
  params: TaskParams,
  answer: { status: 201, description: 'The copy, with its signing secret this once', schema: Task },
  errors: ['not_found', 'invalid_task', 'conflict'],
  handle: (registry, { params }) => duplicateTask(registry, params.id),
});
