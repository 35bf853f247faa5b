import { Type } from 'typebox';
import { idPatterns, pageOf, Run, RunStatus } from '@taskhook/contracts';
import { listRuns } from '../../runs/list-runs.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { cursor, Limit } from '../parameters.ts';

const Query = Type.Object(
  {
    task_id: Type.Optional(Type.String()),
    status: Type.Optional(RunStatus),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 320,
        description: "A run's id, or a lead's phone or e-mail, whole",
      }),
    ),
    from: Type.Optional(Type.String({ format: 'date-time', description: 'Received then or later' })),
    to: Type.Optional(Type.String({ format: 'date-time', description: 'Received before then' })),
    limit: Type.Optional(Limit),
    cursor: Type.Optional(cursor(idPatterns.run)),
  },
  { additionalProperties: false },
);

export const listRunsEndpoint = defineEndpoint({
  id: 'listRuns',
  method: 'get',
  path: '/v1/runs',
  tag: 'Runs',
  summary: 'List runs, newest first',
  query: Query,
  answer: { status: 200, description: 'A page of runs', schema: pageOf(Run) },
  errors: ['invalid_request'],
  handle: (registry, { query }) => listRuns(registry, query),
});
