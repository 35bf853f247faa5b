import { Type } from 'typebox';
import { idPatterns, pageOf, Replay } from '@taskhook/contracts';
import { listReplays } from '../../replays/list-replays.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { cursor, Limit } from '../parameters.ts';

export const listReplaysEndpoint = defineEndpoint({
  id: 'listReplays',
  method: 'get',
  path: '/v1/replays',
  tag: 'Runs',
  summary: 'List replays of many runs, newest first',
  query: Type.Object(
    { limit: Type.Optional(Limit), cursor: Type.Optional(cursor(idPatterns.replay)) },
    { additionalProperties: false },
  ),
  answer: { status: 200, description: 'A page of replays', schema: pageOf(Replay) },
  errors: ['invalid_request'],
  handle: (registry, { query }) => listReplays(registry, query),
});
