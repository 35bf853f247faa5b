import { Type } from 'typebox';
import { Operations, operations } from '../../operations/operations-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

const Query = Type.Object(
  { range: Type.Optional(Type.Enum(['1h', '24h'], { default: '1h' })) },
  { additionalProperties: false },
);

export const getOperationsEndpoint = defineEndpoint({
  id: 'getOperations',
  method: 'get',
  path: '/v1/operations',
  tag: 'Operations',
  summary: 'Show how the installation did over the last hour or day',
  needsStore: false,
  query: Query,
  answer: { status: 200, description: 'Series of figures, and the processes', schema: Operations },
  errors: ['invalid_request'],
  handle: (registry, { query }) => operations(registry, query.range ?? '1h'),
});
