import { newQuarantineId, type RequestQuarantined } from '@taskhook/contracts';
import type { TaskhookError } from '@taskhook/errors';
import type { Acceptance } from '../accept/acceptance.ts';
import { rawRequest } from '../request/raw-request.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';

/** Keeps the request whole. Gives the id of its entry once it is written; throws `unavailable`. */
export async function quarantine(
  acceptance: Acceptance,
  webhook: Webhook,
  request: WebhookRequest,
  problem: TaskhookError,
): Promise<string> {
  const quarantineId = newQuarantineId(request.receivedAt);
  const event: RequestQuarantined = {
    type: 'quarantined',
    quarantine_id: quarantineId,
    task_id: webhook.taskId,
    revision: webhook.revision,
    received_at: request.receivedAt,
    code: problem.code,
    detail: problem.message,
    errors: problem.errors ?? [],
    request: rawRequest(request),
  };
  await acceptance.add({ runId: quarantineId, claims: [], event: JSON.stringify(event) });
  return quarantineId;
}
