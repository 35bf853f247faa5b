import { SuppressionImport, SuppressionImported } from '@taskhook/contracts';
import { importSuppressions } from '../../suppressions/import-suppressions.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const importSuppressionsEndpoint = defineEndpoint({
  id: 'importSuppressions',
  method: 'post',
  path: '/v1/suppressions/import',
  tag: 'Suppressions',
  summary: 'Suppress a list of up to 5,000 people',
  body: SuppressionImport,
  examples: {
    'a list': {
      items: [{ phone: '333 123 4567' }, { email: 'anna@example.it' }],
      default_country: 'IT',
      reason: 'unsubscribed',
    },
  },
  answer: {
    status: 200,
    description: 'How many are suppressed now, and what could not be read',
    schema: SuppressionImported,
  },
  errors: ['malformed_body', 'invalid_request', 'body_too_large'],
  handle: (registry, { body }) => importSuppressions(registry, body),
});
