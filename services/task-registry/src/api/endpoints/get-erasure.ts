import { Erasure } from '@taskhook/contracts';
import { getErasure } from '../../erasures/erasure-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ErasureParams } from '../parameters.ts';

export const getErasureEndpoint = defineEndpoint({
  id: 'getErasure',
  method: 'get',
  path: '/v1/erasures/:id',
  tag: 'Privacy',
  summary: 'Show what an erasure looked at, removed and left',
  params: ErasureParams,
  answer: { status: 200, description: 'The report', schema: Erasure },
  errors: ['not_found'],
  handle: (registry, { params }) => getErasure(registry, params.id),
});
