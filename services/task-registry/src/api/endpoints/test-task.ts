import { Type } from 'typebox';
import { testTask } from '../../tasks/test-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { GivenLead } from '../given-lead.ts';
import { TaskParams } from '../parameters.ts';
import { StartedRun } from '../started-run.ts';

export const testTaskEndpoint = defineEndpoint({
  id: 'testTask',
  method: 'post',
  path: '/v1/tasks/:id/test',
  tag: 'Tasks',
  summary: 'Start a test run with a made-up lead or a given one, also while the task is paused',
  params: TaskParams,
  body: Type.Object({ lead: Type.Optional(GivenLead) }, { additionalProperties: false }),
  bodyOptional: true,
  answer: { status: 201, description: 'The run that was started', schema: StartedRun },
  errors: ['malformed_body', 'invalid_request', 'not_found', 'invalid_lead'],
  handle: (registry, { params, body }) => testTask(registry, params.id, body.lead),
});
