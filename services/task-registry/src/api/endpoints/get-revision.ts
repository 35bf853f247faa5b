import { Type } from 'typebox';
import { getRevision } from '../../tasks/get-revision.ts';
import { TaskRevision } from '../../tasks/revision-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const getRevisionEndpoint = defineEndpoint({
  id: 'getTaskRevision',
  method: 'get',
  path: '/v1/tasks/:id/revisions/:revision',
  tag: 'Tasks',
  summary: 'Show a task as it was under a revision',
  params: Type.Object({ ...TaskParams.properties, revision: Type.Integer({ minimum: 1 }) }),
  answer: { status: 200, description: 'The revision', schema: TaskRevision },
  errors: ['invalid_request', 'not_found'],
  handle: ({ store }, { params }) => getRevision(store, params.id, params.revision),
});
