import type { ConnectionRecord, WebhookAnswer } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { AcceptParts } from '../accept/accept-runs.ts';
import type { IngressEvents } from '../events.ts';
import { decompress, isPlain } from '../request/decompress.ts';
import { readOutcome, type OutcomeRead } from '../request/read-outcome.ts';
import type { ReceivedRequest, WebhookRequest } from '../request/read-request.ts';
import { withoutCredentials } from '../request/without-credentials.ts';
import { keepSample } from '../sample/keep-sample.ts';
import { checkSender } from '../sender/check-sender.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import { refuseRequest } from './refuse-request.ts';
import { takeLeads } from './take-leads.ts';
import { takeNotification } from './take-notification.ts';

export interface TakeParts extends AcceptParts {
  events: IngressEvents;
  /** The absolute start of the webhooks' addresses, where it is known. */
  publicUrl: string | undefined;
  findConnection: (id: string) => Promise<ConnectionRecord | null>;
}

/**
 * Makes sure of the sender, then of everything that the request holds: each lead a run, what is none
 * in quarantine, a sample where the task listens. Throws `unauthorized` with nothing kept, and
 * `unavailable` where something could not be written.
 */
export async function takeRequest(
  parts: TakeParts,
  webhook: Webhook,
  received: ReceivedRequest,
): Promise<Receipt> {
  const unpacked = isPlain(received) ? received : await decompress(received);
  const whole = unpacked instanceof TaskhookError ? received : unpacked;
  checkSender(webhook, parts.publicUrl, whole === received ? [received] : [whole, received]);
  const request = withoutCredentials(webhook, whole);
  const outcome = unpacked instanceof TaskhookError ? unpacked : readOutcome(webhook, request);
  const sample = keepSample(parts.acceptance, webhook, request);
  const taken = takeOutcome(parts, webhook, request, outcome);
  const [receipt] = sample === undefined ? [await taken] : await Promise.all([taken, sample]);
  tellAnswers(parts.events, webhook, request, receipt.answer);
  return receipt;
}

function takeOutcome(
  parts: TakeParts,
  webhook: Webhook,
  request: WebhookRequest,
  outcome: OutcomeRead | TaskhookError,
): Promise<Receipt> {
  if (outcome instanceof TaskhookError) return refuseRequest(parts, webhook, request, outcome);
  if (outcome.type === 'leads') return takeLeads(parts, webhook, request, outcome);
  if (outcome.type === 'notification') return takeNotification(parts, webhook, request, outcome);
  return Promise.resolve(receiptOf([], outcome));
}

/** An event that is no lead counts as one that was ignored. */
function tellAnswers(
  events: IngressEvents,
  { taskId }: Webhook,
  { requestId }: WebhookRequest,
  { status, leads }: WebhookAnswer,
): void {
  const facts = { request_id: requestId, task_id: taskId };
  if (leads.length === 0) events.leadAnswered(facts, { status });
  for (const lead of leads) events.leadAnswered(facts, lead);
}
