import { Task } from '@taskhook/contracts';
import { rotateWebhook } from '../../tasks/rotate-webhook.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const rotateWebhookEndpoint = defineEndpoint({
  id: 'rotateWebhook',
  method: 'post',
  path: '/v1/tasks/:id/rotate-webhook',
  tag: 'Tasks',
  summary: 'Give a task a new address; the old one stays valid for seven days',
  params: TaskParams,
  answer: { status: 200, description: 'The task with its new webhook', schema: Task },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => rotateWebhook(registry, params.id),
});
