import { newRunId, type LeadAnswer } from '@taskhook/contracts';
import type { LeadResult } from '@taskhook/leads';
import type { RedisKeys } from '@taskhook/queue';
import { isIgnored } from '../intake/is-ignored.ts';
import type { LeadsOutcomeRead } from '../request/read-outcome.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { acceptRuns, type AcceptParts, type Candidate } from './accept-runs.ts';
import { acceptedLead } from './accepted-lead.ts';
import { leadClaims } from './lead-claims.ts';
import { leadKey } from './lead-key.ts';

type ValidLead = LeadResult & { ok: true };

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
  const places: number[] = [];
  const candidates: Candidate[] = [];
  for (const [index, result] of read.results.entries()) {
    if (!result.ok || isIgnored(webhook.definition, result)) continue;
    places.push(index);
    candidates.push(candidateOf(parts.keys, webhook, request, read, { result, index }));
  }
  const answers = await acceptRuns(parts, candidates);
  const accepted = new Map<number, LeadAnswer>();
  for (const [i, place] of places.entries()) {
    const answer = answers[i];
    if (answer !== undefined) accepted.set(place, answer);
  }
  return accepted;
}

function candidateOf(
  keys: RedisKeys,
  webhook: Webhook,
  { receivedAt }: WebhookRequest,
  read: LeadsOutcomeRead,
  { result, index }: { result: ValidLead; index: number },
): Candidate {
  const { lead, test } = result;
  const runId = newRunId(receivedAt);
  const { event, step } = acceptedLead(webhook, { runId, lead, source: read.source, test, receivedAt });
  return {
    runId,
    claims: leadClaims(keys, webhook, leadKey(read, result, index), lead),
    counts: webhook.paused ? 'held' : 'accepted',
    event,
    ...(step && { step }),
  };
}
