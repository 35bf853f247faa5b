import { newSampleId, type RequestSampled } from '@taskhook/contracts';
import type { Acceptance } from '../accept/acceptance.ts';
import { rawRequest } from '../request/raw-request.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';

/** Keeps the request as a sample while its task listens for some, else is no promise. Throws `unavailable`. */
export function keepSample(
  acceptance: Acceptance,
  { taskId, listensUntil }: Webhook,
  request: WebhookRequest,
): Promise<unknown> | undefined {
  if (request.receivedAt >= listensUntil) return undefined;
  const event: RequestSampled = {
    type: 'sampled',
    sample_id: newSampleId(request.receivedAt),
    task_id: taskId,
    received_at: request.receivedAt,
    request: rawRequest(request),
  };
  return acceptance.add({
    runId: event.sample_id,
    claims: [],
    event: JSON.stringify(event),
  });
}
