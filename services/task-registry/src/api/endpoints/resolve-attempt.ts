import { Type } from 'typebox';
import { Resolution, Run } from '@taskhook/contracts';
import { resolveAttempt } from '../../runs/resolve-attempt.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const resolveAttemptEndpoint = defineEndpoint({
  id: 'resolveAttempt',
  method: 'post',
  path: '/v1/runs/:id/steps/:step/resolve',
  tag: 'Runs',
  summary: 'Say what became of a message whose outcome is unknown: the run goes on, or sends it again',
  params: Type.Object({
    id: Type.String({ description: 'The id of the run' }),
    step: Type.String({ description: 'The id of the step' }),
  }),
  body: Type.Object({ outcome: Resolution.properties.outcome }, { additionalProperties: false }),
  examples: { 'it did not arrive': { outcome: 'not_delivered' } },
  answer: { status: 200, description: 'The run; it goes on from here', schema: Run },
  errors: ['malformed_body', 'invalid_request', 'not_found', 'conflict'],
  handle: (registry, { params, body }) => resolveAttempt(registry, params, body.outcome),
});
