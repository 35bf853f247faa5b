import { Erasure, ErasureInput } from '@taskhook/contracts';
import { startErasure } from '../../erasures/start-erasure.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const startErasureEndpoint = defineEndpoint({
  id: 'startErasure',
  method: 'post',
  path: '/v1/erasures',
  tag: 'Privacy',
  summary: 'Erase a person everywhere: by phone, e-mail, or the run of their lead',
  body: ErasureInput,
  examples: {
    'by phone and e-mail': { phone: '+39 333 1234567', email: 'mario.rossi@example.it' },
    'whoever a run is of': { run_id: 'run_01j9zw3q8e7y5v2k4m6n8p0r1s' },
  },
  answer: { status: 202, description: 'The erasure as it begins', schema: Erasure },
  errors: ['malformed_body', 'invalid_request', 'not_found', 'conflict'],
  handle: (registry, { body }) => startErasure(registry, body),
});
