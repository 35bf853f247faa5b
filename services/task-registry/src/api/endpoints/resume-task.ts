import { Task } from '@taskhook/contracts';
import { resumeTask } from '../../tasks/resume-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const resumeTaskEndpoint = defineEndpoint({
  id: 'resumeTask',
  method: 'post',
  path: '/v1/tasks/:id/resume',
  tag: 'Tasks',
  summary: 'Resume a task: held leads start, with the current revision',
  params: TaskParams,
  answer: { status: 200, description: 'The active task', schema: Task },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => resumeTask(registry, params.id),
});
