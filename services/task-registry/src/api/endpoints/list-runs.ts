import { Type } from 'typebox';
import { idPatterns, pageOf, Run, runStatuses, type RunStatus } from '@taskhook/contracts';
import { listRuns } from '../../runs/list-runs.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { cursor, Limit } from '../parameters.ts';

const word = `(${runStatuses.join('|')})`;
const RunStatuses = Type.String({
  pattern: `^${word}(,${word})*$`,
  description: `One or several of ${runStatuses.join(', ')}, separated by commas`,
});

const Query = Type.Object(
  {
    task_id: Type.Optional(Type.String()),
    status: Type.Optional(RunStatuses),
    source: Type.Optional(Type.String({ maxLength: 100, description: 'The sender that it came from' })),
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
  handle: (registry, { query: { status, ...query } }) =>
    listRuns(registry, {
      ...query,
      // The pattern has checked the words.
      ...(status === undefined ? {} : { statuses: status.split(',') as RunStatus[] }),
    }),
});
