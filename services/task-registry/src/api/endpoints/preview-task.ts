import { Type } from 'typebox';
import { TaskInput } from '@taskhook/contracts';
import { previewTask, TaskPreview } from '../../tasks/preview-task.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { GivenLead } from '../given-lead.ts';

const Sample = Type.Object(
  {
    body: Type.Optional(Type.Unknown({ description: "A sender's JSON body, read as ingress would" })),
    headers: Type.Optional(Type.Record(Type.String(), Type.String())),
    lead: Type.Optional(GivenLead),
  },
  { additionalProperties: false },
);

export const previewTaskEndpoint = defineEndpoint({
  id: 'previewTask',
  method: 'post',
  path: '/v1/tasks/preview',
  tag: 'Tasks',
  summary: 'Show what a task would make of a sample; nothing is stored or sent',
  body: Type.Object({ task: TaskInput, sample: Type.Optional(Sample) }, { additionalProperties: false }),
  answer: { status: 200, description: 'The lead and what each step would send', schema: TaskPreview },
  errors: ['malformed_body', 'invalid_request', 'invalid_task', 'body_too_large'],
  handle: ({ engine }, { body }) => previewTask(engine, body.task, body.sample),
});
