import { Type } from 'typebox';
import { Suppression, SuppressionInput } from '@taskhook/contracts';
import { addSuppression } from '../../suppressions/add-suppression.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const addSuppressionEndpoint = defineEndpoint({
  id: 'addSuppression',
  method: 'post',
  path: '/v1/suppressions',
  tag: 'Suppressions',
  summary: 'Never write to a phone number or an e-mail address again, in any task',
  body: SuppressionInput,
  examples: {
    'a person': { phone: '+393331234567', email: 'mario@example.it', reason: 'requested' },
  },
  answer: {
    status: 201,
    description: 'One suppression per address',
    schema: Type.Object({ items: Type.Array(Suppression) }),
  },
  errors: ['malformed_body', 'invalid_request', 'body_too_large'],
  handle: (registry, { body }) => addSuppression(registry, body),
});
