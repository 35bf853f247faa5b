import { Type } from 'typebox';
import { ReplayedEntry, replayEntry } from '../../quarantine/replay-entry.ts';
import { Base64 } from '../base64.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { GivenLead } from '../given-lead.ts';
import { QuarantineParams } from '../parameters.ts';

const Body = Type.Object(
  {
    body: Type.Optional(Base64),
    json: Type.Optional(Type.Unknown({ description: 'A mended body as JSON' })),
    lead: Type.Optional(GivenLead),
  },
  { additionalProperties: false },
);

export const replayQuarantineEntryEndpoint = defineEndpoint({
  id: 'replayQuarantineEntry',
  method: 'post',
  path: '/v1/quarantine/:id/replay',
  tag: 'Quarantine',
  summary: 'Read a quarantined request again, as it came or mended, with the task as it is now',
  params: QuarantineParams,
  body: Body,
  bodyOptional: true,
  answer: { status: 200, description: 'The runs that were started', schema: ReplayedEntry },
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
