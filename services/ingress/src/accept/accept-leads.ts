import { newRunId, type LeadAnswer } from '@taskhook/contracts';
import type { LeadResult } from '@taskhook/leads';
import type { Claim, ClaimResult, Redis, RedisKeys } from '@taskhook/queue';
import type { LeadsRead } from '../request/read-leads.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import { orUnavailable } from '../unavailable.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import type { Acceptance } from './acceptance.ts';
import { acceptedLead } from './accepted-lead.ts';
import type { Claimer } from './claimer.ts';
import { decideRun } from './decide-run.ts';
import { leadClaims } from './lead-claims.ts';

export interface AcceptParts {
  claim: Claimer;
  acceptance: Acceptance;
  redis: Redis;
  keys: RedisKeys;
}

interface Candidate {
  index: number;
  lead: Extract<LeadResult, { ok: true }>['lead'];
  runId: string;
  claims: Claim[];
}

/**
 * Makes a run of every valid lead, or finds the run that it has already. Gives the answers by the
 * lead's place in the request, when everything is written. Throws `unavailable`; then some of the
 * leads may be in, and the sender's retry gets the same runs.
 */
export async function acceptLeads(
  parts: AcceptParts,
  webhook: Webhook,
  request: WebhookRequest,
  read: LeadsRead,
): Promise<Map<number, LeadAnswer>> {
  const candidates = candidatesOf(parts.keys, webhook, request, read);
  const results = await orUnavailable(parts.claim(candidates.flatMap(({ claims }) => claims)));
  const bytes = request.body.length / Math.max(read.results.length, 1);
  let at = 0;
  const answers = candidates.map(async (candidate): Promise<[number, LeadAnswer]> => {
    const own = results.slice(at, (at += candidate.claims.length));
    return [candidate.index, await acceptLead(parts, webhook, request, candidate, own, bytes)];
  });
  return new Map(await Promise.all(answers));
}

function candidatesOf(
  keys: RedisKeys,
  webhook: Webhook,
  request: WebhookRequest,
  { key, results }: LeadsRead,
): Candidate[] {
  return results.flatMap((result, index) => {
    if (!result.ok) return [];
    const runId = newRunId(request.receivedAt);
    const leadKey = results.length > 1 ? { ...key, value: `${key.value}#${index}` } : key;
    return {
      index,
      lead: result.lead,
      runId,
      claims: leadClaims(keys, webhook, leadKey, result.lead, runId),
    };
  });
}

async function acceptLead(
  { redis, acceptance }: AcceptParts,
  webhook: Webhook,
  request: WebhookRequest,
  { runId: ownId, lead, claims }: Candidate,
  results: ClaimResult[],
  bytes: number,
): Promise<LeadAnswer> {
  const { runId, duplicate } = await orUnavailable(decideRun(redis, ownId, claims, results));
  if (duplicate) return { status: 'duplicate', run_id: runId };
  const accepted = acceptedLead(webhook, { runId, lead, receivedAt: request.receivedAt });
  await acceptance.add({ ...accepted, bytes, claims: claims.map((claim) => ({ ...claim, runId })) });
  return { status: webhook.paused ? 'held' : 'accepted', run_id: runId };
}
