import { Type } from 'typebox';
import { literals } from '@taskhook/contracts';
import { replayEntry } from '../../quarantine/replay-entry.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { QuarantineParams } from '../parameters.ts';

const Body = Type.Object(
  {
    body: Type.Optional(
      Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', description: 'A mended body: bytes in base64' }),
    ),
    json: Type.Optional(Type.Unknown({ description: 'A mended body as JSON' })),
  },
  { additionalProperties: false },
);

const Status = literals(['accepted', 'held'] as const);

const Replayed = Type.Object({
  status: Status,
  run_ids: Type.Array(Type.String()),
  leads: Type.Array(Type.Object({ status: Status, run_id: Type.String() })),
});

export const replayQuarantineEntryEndpoint = defineEndpoint({
  id: 'replayQuarantineEntry',
  method: 'post',
  path: '/v1/quarantine/:id/replay',
  tag: 'Quarantine',
  summary: 'Read a quarantined request again, as it came or mended, with the task as it is now',
  params: QuarantineParams,
  body: Body,
  bodyOptional: true,
  answer: { status: 200, description: 'The runs that were started', schema: Replayed },
  errors: [
    'malformed_body',
    'invalid_request',
    'not_found',
    'conflict',
    'body_too_large',
    'unsupported_media_type',
    'invalid_lead',
  ],
  handle: (registry, { params, body }) => replayEntry(registry, params.id, body),
});
