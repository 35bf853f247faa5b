import { Task, TaskInput } from '@taskhook/contracts';
import { createTask } from '../../tasks/create-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { taskExamples } from '../examples.ts';

export const createTaskEndpoint = defineEndpoint({
  id: 'createTask',
  method: 'post',
  path: '/v1/tasks',
  tag: 'Tasks',
  summary: 'Make a task; only the name is required',
  body: TaskInput,
  examples: taskExamples,
  answer: {
    status: 201,
    description: 'The task, with its webhook and, this once, its signing secret',
    schema: Task,
  },
  errors: ['malformed_body', 'invalid_request', 'invalid_task', 'body_too_large'],
  handle: (registry, { body }) => createTask(registry, body),
});
