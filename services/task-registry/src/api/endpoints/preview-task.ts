import { Type } from 'typebox';
import { idPatterns, TaskInput } from '@taskhook/contracts';
import { previewTask, TaskPreview } from '../../tasks/preview-task.ts';
import { Base64 } from '../base64.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { previewExamples } from '../examples.ts';
import { GivenLead } from '../given-lead.ts';

const Headers = Type.Record(Type.String(), Type.String());

const GivenRequest = Type.Object(
  {
    method: Type.Optional(Type.String({ default: 'POST' })),
    headers: Type.Optional(Headers),
    query: Type.Optional(Type.String({ description: 'The text after the question mark' })),
    body: Type.Optional(Base64),
    json: Type.Optional(Type.Unknown({ description: 'The body as JSON, in place of its bytes' })),
  },
  { additionalProperties: false },
);

const Sample = Type.Object(
  {
    body: Type.Optional(Type.Unknown({ description: "A sender's JSON body, read as ingress would" })),
    headers: Type.Optional(Headers),
    request: Type.Optional(GivenRequest),
    sample_id: Type.Optional(
      Type.String({ pattern: idPatterns.sample, description: 'A sample that a task caught' }),
    ),
    lead: Type.Optional(GivenLead),
  },
  { additionalProperties: false, description: 'One of body, request, sample_id and lead' },
);

export const previewTaskEndpoint = defineEndpoint({
  id: 'previewTask',
  method: 'post',
  path: '/v1/tasks/preview',
  tag: 'Tasks',
  summary: 'Show what a task would make of a sample, and why; nothing is stored or sent',
  body: Type.Object(
    {
      task: TaskInput,
      sample: Type.Optional(Sample),
      task_id: Type.Optional(
        Type.String({
          pattern: idPatterns.task,
          description: 'The task that this is a change of: its last samples and runs are looked at, too',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  examples: previewExamples,
  answer: { status: 200, description: 'The lead and what each step would send', schema: TaskPreview },
  errors: ['malformed_body', 'invalid_request', 'invalid_task', 'not_found', 'body_too_large'],
  handle: (registry, { body }) => previewTask(registry, body.task, body.sample, body.task_id),
});
