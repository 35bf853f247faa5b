import { Type } from 'typebox';
import { idPatterns } from '@taskhook/contracts';
import { REPLAY_LIMIT, replayEntries, ReplayReport } from '../../quarantine/replay-entries.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { cursor } from '../parameters.ts';

const Body = Type.Object(
  {
    ids: Type.Optional(
      Type.Array(Type.String({ pattern: idPatterns.quarantine }), { minItems: 1, maxItems: REPLAY_LIMIT }),
    ),
    task_id: Type.Optional(Type.String({ description: 'Without `ids`: the open ones of this task' })),
    code: Type.Optional(Type.String({ description: 'Without `ids`: the open ones that failed with it' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: REPLAY_LIMIT, default: REPLAY_LIMIT })),
    cursor: Type.Optional(cursor(idPatterns.quarantine)),
  },
  { additionalProperties: false },
);

export const replayQuarantineEndpoint = defineEndpoint({
  id: 'replayQuarantine',
  method: 'post',
  path: '/v1/quarantine/replay',
  tag: 'Quarantine',
  summary: 'Replay many quarantined requests, by id or by filter, and tell what became of each',
  body: Body,
  answer: { status: 200, description: 'What became of each', schema: ReplayReport },
  errors: ['malformed_body', 'invalid_request'],
  handle: (registry, { body }) => replayEntries(registry, body),
});
