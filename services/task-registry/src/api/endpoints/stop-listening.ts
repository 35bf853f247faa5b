import { stopListening } from '../../samples/listen.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const stopListeningEndpoint = defineEndpoint({
  id: 'stopListening',
  method: 'delete',
  path: '/v1/tasks/:id/samples/listen',
  tag: 'Samples',
  summary: 'Keep no more requests as samples; those that are kept stay',
  params: TaskParams,
  answer: { status: 204, description: 'The task does not listen' },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => stopListening(registry, params.id),
});
