import type { Source } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Acknowledgement, IgnoredOutcome, LeadResult, NotificationOutcome } from '@taskhook/leads';
import type { Webhook } from '../webhook/find-webhook.ts';
import type { WebhookRequest } from './read-request.ts';
import { requestKey, type RequestKey } from './request-key.ts';

/** The leads of a request, as the adapter of their source read them. */
export interface LeadsOutcomeRead {
  type: 'leads';
  source: Source;
  key: RequestKey;
  results: readonly LeadResult[];
  acknowledgement?: Acknowledgement;
}

export type OutcomeRead = LeadsOutcomeRead | IgnoredOutcome | NotificationOutcome;

/** What the request holds, or why it is kept in quarantine as a whole: a value, since it is expected. */
export function readOutcome(webhook: Webhook, request: WebhookRequest): OutcomeRead | TaskhookError {
  try {
    const outcome = webhook.intake(request);
    if (outcome.type !== 'leads') return outcome;
    const { leads: results, ...rest } = outcome;
    return { ...rest, key: requestKey(request), results };
  } catch (error) {
    if (error instanceof TaskhookError && kept.has(error.code)) return error;
    throw error;
  }
}

const kept: ReadonlySet<string> = new Set(['malformed_body', 'unsupported_media_type', 'invalid_request']);
