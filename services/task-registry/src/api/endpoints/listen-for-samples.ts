import { Type } from 'typebox';
import { listenForSamples } from '../../samples/listen.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

const Listening = Type.Object({ listens_until: Type.String({ format: 'date-time' }) });

export const listenForSamplesEndpoint = defineEndpoint({
  id: 'listenForSamples',
  method: 'post',
  path: '/v1/tasks/:id/samples/listen',
  tag: 'Samples',
  summary: 'Keep the requests of the next ten minutes as samples; the task works on them as ever',
  params: TaskParams,
  answer: { status: 200, description: 'Until when the task listens', schema: Listening },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => listenForSamples(registry, params.id),
});
