import {
  isLeadProvider,
  type ConnectionProvider,
  type ConnectionRecord,
  type LeadAnswer,
  type Provider,
} from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { NotificationOutcome } from '@taskhook/leads';
import { acceptNotification } from '../accept/accept-notification.ts';
import type { AcceptParts } from '../accept/accept-runs.ts';
import { quarantine } from '../quarantine/quarantine.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import { orUnavailable } from '../unavailable.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { isIgnored } from './is-ignored.ts';
import { receiptOf, type Receipt } from './receipt.ts';

export interface NotificationParts extends AcceptParts {
  findConnection: (id: string) => Promise<ConnectionRecord | null>;
}

/**
 * Makes runs of the leads that a notification names by their ids; without a connection to fetch them
 * with, the request is kept until there is one. Throws `unavailable`.
 */
export async function takeNotification(
  parts: NotificationParts,
  webhook: Webhook,
  request: WebhookRequest,
  outcome: NotificationOutcome,
): Promise<Receipt> {
  const items = outcome.items.filter((item) => !isIgnored(webhook.definition, item));
  if (items.length === 0) return receiptOf(outcome.items.map(ignored), outcome);
  const problem = await connectionProblem(parts, webhook, outcome.provider);
  if (problem !== undefined) {
    const id = await quarantine(parts.acceptance, webhook, request, problem);
    return receiptOf([{ status: 'quarantined', quarantine_id: id }], outcome);
  }
  const answers = await acceptNotification(parts, webhook, request, { ...outcome, items });
  const byItem = new Map(items.map((item, index) => [item, answers[index]]));
  return receiptOf(
    outcome.items.map((item) => byItem.get(item) ?? ignored()),
    outcome,
  );
}

const ignored = (): LeadAnswer => ({ status: 'ignored' });

const titles: Record<Provider, string> = {
  meta: 'Facebook Lead Ads',
  linkedin: 'LinkedIn Lead Gen Forms',
  hubspot: 'HubSpot',
  zoho: 'Zoho CRM',
};

function titleOf(provider: ConnectionProvider): string {
  return isLeadProvider(provider) ? titles[provider] : provider;
}

async function connectionProblem(
  { findConnection }: NotificationParts,
  { definition }: Webhook,
  provider: Provider,
): Promise<TaskhookError | undefined> {
  const id = definition.source_connection;
  const connection = id === undefined ? null : await orUnavailable(findConnection(id));
  if (connection?.provider === provider) return undefined;
  const title = titles[provider];
  const instead =
    connection === null ? '' : ` Its present connection is one to ${titleOf(connection.provider)}.`;
  return new TaskhookError(
    'connection_missing',
    `This task needs a connection to ${title}, since the request has only the ids of its leads.${instead} ` +
      `Add a connection to ${title} with an access token, choose it as the task's source_connection, then replay this request.`,
  );
}
