import { Type } from 'typebox';
import { pageOf } from '@taskhook/contracts';
import { listRevisions } from '../../tasks/list-revisions.ts';
import { TaskRevision } from '../../tasks/revision-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { Limit, TaskParams } from '../parameters.ts';

const Query = Type.Object(
  {
    limit: Type.Optional(Limit),
    cursor: Type.Optional(Type.Integer({ minimum: 1, description: 'The `next_cursor` of the page before' })),
  },
  { additionalProperties: false },
);

export const listRevisionsEndpoint = defineEndpoint({
  id: 'listTaskRevisions',
  method: 'get',
  path: '/v1/tasks/:id/revisions',
  tag: 'Tasks',
  summary: 'List the revisions of a task, newest first',
  params: TaskParams,
  query: Query,
  answer: { status: 200, description: 'A page of revisions', schema: pageOf(TaskRevision) },
  errors: ['invalid_request', 'not_found'],
  handle: (registry, { params, query }) => listRevisions(registry, params.id, query),
});
