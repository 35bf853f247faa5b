import { newRunId, type LeadAnswer } from '@taskhook/contracts';
import type { RedisKeys } from '@taskhook/queue';
import { isIgnored } from '../intake/is-ignored.ts';
import type { LeadsOutcomeRead } from '../request/read-outcome.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { acceptRuns, type AcceptParts, type Candidate } from './accept-runs.ts';
import { acceptedLead } from './accepted-lead.ts';
import { leadClaims } from './lead-claims.ts';
import { leadKey } from './lead-key.ts';

/**
 * Makes a run of every valid lead that the task does not ignore. Gives the answers by the lead's place
 * in the request, when everything is written. Throws `unavailable`.
 */
export async function acceptLeads(
  parts: AcceptParts,
  webhook: Webhook,
  request: WebhookRequest,
  read: LeadsOutcomeRead,
): Promise<Map<number, LeadAnswer>> {
  const candidates = candidatesOf(parts.keys, webhook, request, read);
  const answers = await acceptRuns(parts, [...candidates.values()]);
  return new Map([...candidates.keys()].map((index, i) => [index, answers[i] ?? NEVER]));
}

/** There are as many answers as candidates. */
const NEVER: LeadAnswer = { status: 'quarantined' };

function candidatesOf(
  keys: RedisKeys,
  webhook: Webhook,
  { receivedAt }: WebhookRequest,
  read: LeadsOutcomeRead,
): Map<number, Candidate> {
  const candidates = new Map<number, Candidate>();
  for (const [index, result] of read.results.entries()) {
    if (!result.ok || isIgnored(webhook.definition, result)) continue;
    const { lead, test } = result;
    const runId = newRunId(receivedAt);
    candidates.set(index, {
      runId,
      claims: leadClaims(keys, webhook, leadKey(read, result, index), lead),
      counts: webhook.paused ? 'held' : 'accepted',
      ...acceptedLead(webhook, { runId, lead, source: read.source, test, receivedAt }),
    });
  }
  return candidates;
}
