import { Replay } from '@taskhook/contracts';
import { stopReplay } from '../../replays/stop-replay.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { ReplayParams } from '../parameters.ts';

export const stopReplayEndpoint = defineEndpoint({
  id: 'stopReplay',
  method: 'post',
  path: '/v1/replays/:id/stop',
  tag: 'Runs',
  summary: 'Stop a replay of many runs: it starts no further ones',
  params: ReplayParams,
  answer: { status: 200, description: 'The replay as it ended', schema: Replay },
  errors: ['not_found'],
  handle: (registry, { params }) => stopReplay(registry, params.id),
});
