import { Type } from 'typebox';
import { idPatterns, pageOf, QuarantineStatus } from '@taskhook/contracts';
import { listQuarantine } from '../../quarantine/list-quarantine.ts';
import { QuarantineSummary } from '../../quarantine/quarantine-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { cursor, Limit } from '../parameters.ts';

const Query = Type.Object(
  {
    task_id: Type.Optional(Type.String()),
    status: Type.Optional(QuarantineStatus),
    limit: Type.Optional(Limit),
    cursor: Type.Optional(cursor(idPatterns.quarantine)),
  },
  { additionalProperties: false },
);

export const listQuarantineEndpoint = defineEndpoint({
  id: 'listQuarantine',
  method: 'get',
  path: '/v1/quarantine',
  tag: 'Quarantine',
  summary: 'List requests that gave no valid lead, newest first, without their bodies',
  query: Query,
  answer: { status: 200, description: 'A page of quarantined requests', schema: pageOf(QuarantineSummary) },
  errors: ['invalid_request'],
  handle: (registry, { query }) => listQuarantine(registry, query),
});
