import { Type } from 'typebox';
import { liftAddress } from '../../suppressions/lift-suppression.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { AddressQuery } from '../parameters.ts';

export const liftAddressEndpoint = defineEndpoint({
  id: 'liftAddress',
  method: 'delete',
  path: '/v1/suppressions',
  tag: 'Suppressions',
  summary: 'Let a phone number or an e-mail address be written to again',
  query: Type.Object(AddressQuery, { additionalProperties: false }),
  answer: { status: 204, description: 'The address may be written to' },
  errors: ['invalid_request', 'not_found'],
  handle: (registry, { query }) => liftAddress(registry, query),
});
