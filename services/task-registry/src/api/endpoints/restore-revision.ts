import { Type } from 'typebox';
import { Task } from '@taskhook/contracts';
import { restoreRevision } from '../../tasks/restore-revision.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { TaskParams } from '../parameters.ts';

export const restoreRevisionEndpoint = defineEndpoint({
  id: 'restoreTaskRevision',
  method: 'post',
  path: '/v1/tasks/:id/revisions/:revision/restore',
  tag: 'Tasks',
  summary: 'Make a new revision that is what an old one was',
  params: Type.Object({ ...TaskParams.properties, revision: Type.Integer({ minimum: 1 }) }),
  answer: { status: 200, description: 'The task', schema: Task },
  errors: ['invalid_request', 'not_found', 'invalid_task', 'conflict'],
  handle: (registry, { params }) => restoreRevision(registry, params.id, params.revision),
});
