import { Task } from '@taskhook/contracts';
import { pauseTask } from '../../tasks/pause-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const pauseTaskEndpoint = defineEndpoint({
  id: 'pauseTask',
  method: 'post',
  path: '/v1/tasks/:id/pause',
  tag: 'Tasks',
  summary: 'Pause a task: leads are taken and held',
  params: TaskParams,
  answer: { status: 200, description: 'The paused task', schema: Task },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => pauseTask(registry, params.id),
});
