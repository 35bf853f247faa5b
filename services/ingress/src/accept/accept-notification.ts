import { limits, newRunId, type FetchTarget, type LeadAnswer, type RunAccepted } from '@taskhook/contracts';
import type { Notification, NotificationOutcome } from '@taskhook/leads';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { acceptRuns, type AcceptParts, type Candidate } from './accept-runs.ts';

/**
 * Makes a run of every lead that a notification names, to be fetched from its provider. It is fetched
 * for a paused task, too: the run is held once the lead is there. Throws `unavailable`.
 */
export function acceptNotification(
  parts: AcceptParts,
  webhook: Webhook,
  request: WebhookRequest,
  outcome: NotificationOutcome,
): Promise<LeadAnswer[]> {
  const candidates = outcome.items.map((item): Candidate => {
    const runId = newRunId(request.receivedAt);
    const key = parts.keys.claim(webhook.taskId, 'key', `notification:${outcome.provider}:${item.id}`);
    return {
      runId,
      claims: [{ key, ttlMs: limits.idempotencyMs }],
      counts: 'accepted',
      ...fetchedLater(webhook, request, outcome, item, runId),
    };
  });
  return acceptRuns(parts, candidates);
}

function fetchedLater(
  { taskId, revision }: Webhook,
  { receivedAt }: WebhookRequest,
  { provider, source }: NotificationOutcome,
  { id, fields, test = false }: Notification,
  runId: string,
): Required<Pick<Candidate, 'event' | 'fetch'>> {
  const target: FetchTarget = { provider, lead_id: id, ids: fields };
  const facts = { run_id: runId, task_id: taskId, revision, source, test, received_at: receivedAt };
  const event: RunAccepted = {
    ...facts,
    type: 'accepted',
    status: 'queued',
    replay_of: null,
    lead: null,
    fetch: target,
  };
  return { event: JSON.stringify(event), fetch: { ...facts, ...target, attempts: 0 } };
}
