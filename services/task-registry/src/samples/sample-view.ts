import type { RawRequest, Sample, TaskDefinition } from '@taskhook/contracts';
import type { LeadMapping } from '@taskhook/leads';
import { rawIntakeRequest } from '../quarantine/intake-request.ts';
import { fromJsonText } from '../store/json-text.ts';
import type { SampleDoc } from '../store/sample-model.ts';
import { explainRequest } from './explain-request.ts';

/** A sample and what the task, as it is now, would make of it. */
export function toSample(
  doc: SampleDoc,
  definition: TaskDefinition,
  mapping: LeadMapping | undefined,
): Sample {
  const request = fromJsonText(doc.request) as RawRequest;
  return {
    id: doc._id,
    task_id: doc.task_id,
    received_at: doc.received_at.toISOString(),
    ...explainRequest(definition, mapping, rawIntakeRequest(request)),
    request,
  };
}
