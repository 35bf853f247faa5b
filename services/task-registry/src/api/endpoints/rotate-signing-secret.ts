import { Task } from '@taskhook/contracts';
import { rotateSigningSecret } from '../../tasks/rotate-signing-secret.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const rotateSigningSecretEndpoint = defineEndpoint({
  id: 'rotateSigningSecret',
  method: 'post',
  path: '/v1/tasks/:id/rotate-signing-secret',
  tag: 'Tasks',
  summary: 'Give a task a new secret that signs its http steps',
  params: TaskParams,
  answer: { status: 200, description: 'The task with, this once, its new signing secret', schema: Task },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => rotateSigningSecret(registry, params.id),
});
