import { Type } from 'typebox';
import { SAMPLES_KEPT } from '../../recorder/record-samples.ts';
import { listSamples, SampleList } from '../../samples/list-samples.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

const Query = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: SAMPLES_KEPT, default: SAMPLES_KEPT })) },
  { additionalProperties: false },
);

export const listSamplesEndpoint = defineEndpoint({
  id: 'listSamples',
  method: 'get',
  path: '/v1/tasks/:id/samples',
  tag: 'Samples',
  summary: 'List the samples of a task, newest first, read and explained as the task is now',
  params: TaskParams,
  query: Query,
  answer: { status: 200, description: 'At most the newest 20 samples', schema: SampleList },
  errors: ['invalid_request', 'not_found'],
  handle: (registry, { params, query }) => listSamples(registry, params.id, query.limit),
});
