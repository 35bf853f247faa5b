import { Type } from 'typebox';
import { liftSuppression } from '../../suppressions/lift-suppression.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const liftSuppressionEndpoint = defineEndpoint({
  id: 'liftSuppression',
  method: 'delete',
  path: '/v1/suppressions/:id',
  tag: 'Suppressions',
  summary: 'Let an address be written to again',
  params: Type.Object({ id: Type.String({ description: 'The id of the suppression' }) }),
  answer: { status: 204, description: 'The address may be written to' },
  errors: ['not_found'],
  handle: (registry, { params }) => liftSuppression(registry, params.id),
});
