import { Type } from 'typebox';
import { replayRun } from '../../runs/replay-run.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { RunParams } from '../parameters.ts';
import { StartedRun } from '../started-run.ts';

const Body = Type.Object(
  {
    revision: Type.Optional(
      Type.Enum(['pinned', 'current'], {
        default: 'current',
        description: 'The revision that the run had, or the one that the task has now',
      }),
    ),
  },
  { additionalProperties: false },
);

export const replayRunEndpoint = defineEndpoint({
  id: 'replayRun',
  method: 'post',
  path: '/v1/runs/:id/replay',
  tag: 'Runs',
  summary: 'Run the lead of an ended run again, as a new run; held while the task is paused',
  params: RunParams,
  body: Body,
  bodyOptional: true,
  answer: { status: 201, description: 'The run that was started', schema: StartedRun },
  errors: ['malformed_body', 'invalid_request', 'not_found', 'conflict'],
  handle: (registry, { params, body }) => replayRun(registry, params.id, body),
});
