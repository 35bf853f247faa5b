import { Task } from '@taskhook/contracts';
import { restoreTask } from '../../tasks/restore-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const restoreTaskEndpoint = defineEndpoint({
  id: 'restoreTask',
  method: 'post',
  path: '/v1/tasks/:id/restore',
  tag: 'Tasks',
  summary: 'Take back that a task was deleted, within seven days; runs that ended by it stay cancelled',
  params: TaskParams,
  answer: { status: 200, description: 'The task', schema: Task },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => restoreTask(registry, params.id),
});
