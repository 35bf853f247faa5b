import type { LeadAnswer } from '@taskhook/contracts';
import type { AcceptParts } from '../accept/accept-runs.ts';
import { acceptLeads } from '../accept/accept-leads.ts';
import { invalidLeads } from '../quarantine/invalid-leads.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import type { LeadsOutcomeRead } from '../request/read-outcome.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { isIgnored } from './is-ignored.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import { refusalOf } from './refusal-of.ts';

/** Makes runs of the valid leads, and keeps the request where it has others. Throws `unavailable`. */
export async function takeLeads(
  parts: AcceptParts,
  webhook: Webhook,
  request: WebhookRequest,
  read: LeadsOutcomeRead,
): Promise<Receipt> {
  const { definition } = webhook;
  const problem = invalidLeads(read.results, (result) => isIgnored(definition, result));
  const accepting = acceptLeads(parts, webhook, request, read);
  const [accepted, quarantineId] =
    problem === undefined
      ? [await accepting]
      : await Promise.all([accepting, quarantine(parts.acceptance, webhook, request, problem)]);
  const answers = leadAnswers(webhook, read, accepted, quarantineId);
  const refused = problem !== undefined && accepted.size === 0 && definition.on_invalid === 'reject';
  return receiptOf(answers, read, refused ? refusalOf(problem, quarantineId) : undefined);
}

/** One answer for each lead, in the order of the request. */
function leadAnswers(
  { definition }: Webhook,
  { results }: LeadsOutcomeRead,
  accepted: ReadonlyMap<number, LeadAnswer>,
  quarantineId: string | undefined,
): LeadAnswer[] {
  return results.map((result, index): LeadAnswer => {
    if (isIgnored(definition, result)) return { status: 'ignored' };
    const answer = accepted.get(index) ?? { status: 'quarantined' };
    if (result.ok) return answer;
    return { ...answer, errors: result.errors, ...(quarantineId && { quarantine_id: quarantineId }) };
  });
}
