import { Replay } from '@taskhook/contracts';
import { getReplay } from '../../replays/find-replay.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ReplayParams } from '../parameters.ts';

export const getReplayEndpoint = defineEndpoint({
  id: 'getReplay',
  method: 'get',
  path: '/v1/replays/:id',
  tag: 'Runs',
  summary: 'Show how far a replay of many runs has come',
  params: ReplayParams,
  answer: { status: 200, description: 'The replay', schema: Replay },
  errors: ['not_found'],
  handle: (registry, { params }) => getReplay(registry, params.id),
});
