import { deleteSamples } from '../../samples/delete-samples.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const deleteSamplesEndpoint = defineEndpoint({
  id: 'deleteSamples',
  method: 'delete',
  path: '/v1/tasks/:id/samples',
  tag: 'Samples',
  summary: 'Forget the samples of a task',
  params: TaskParams,
  answer: { status: 204, description: 'The samples are forgotten' },
  errors: ['not_found'],
  handle: ({ store }, { params }) => deleteSamples(store, params.id),
});
