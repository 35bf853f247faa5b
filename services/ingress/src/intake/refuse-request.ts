import type { TaskhookError } from '@taskhook/errors';
import type { AcceptParts } from '../accept/accept-runs.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import { refusalOf } from './refusal-of.ts';

/** Keeps a request that cannot be read as a whole, and tells its sender so where the task wants it. */
export async function refuseRequest(
  { acceptance }: AcceptParts,
  webhook: Webhook,
  request: WebhookRequest,
  problem: TaskhookError,
): Promise<Receipt> {
  const id = await quarantine(acceptance, webhook, request, problem);
  const refusal = webhook.definition.on_invalid === 'reject' ? refusalOf(problem, id) : undefined;
  return receiptOf([{ status: 'quarantined', quarantine_id: id }], {}, refusal);
}
