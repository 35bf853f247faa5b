import { Replay, ReplayInput } from '@taskhook/contracts';
import { startReplay } from '../../replays/start-replay.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const startReplayEndpoint = defineEndpoint({
  id: 'startReplay',
  method: 'post',
  path: '/v1/runs/replay',
  tag: 'Runs',
  summary: 'Run the leads of many ended runs again, at a rate; or count them',
  body: ReplayInput,
  examples: {
    'count what failed': { filter: { status: ['failed'] }, dry_run: true },
    'replay what a broken receiver refused': {
      filter: {
        task_id: 'task_01j9zw3q8e7y5v2k4m6n8p0r1s',
        reason: 'attempts_exhausted',
        from: '2026-11-01T00:00:00Z',
      },
      revision: 'current',
      rate: 20,
    },
  },
  answer: { status: 200, description: 'The replay as it begins, or what it would be', schema: Replay },
  errors: ['malformed_body', 'invalid_request'],
  handle: (registry, { body }) => startReplay(registry, body),
});
