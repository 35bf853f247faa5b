import { TaskhookError } from '@taskhook/errors';
import type { LeadResult } from '@taskhook/leads';
import type { Webhook } from '../webhook/find-webhook.ts';
import type { WebhookRequest } from './read-request.ts';
import { requestKey, type RequestKey } from './request-key.ts';

export interface LeadsRead {
  key: RequestKey;
  results: LeadResult[];
}

/** What the request holds, or why it is kept in quarantine as a whole: a value, since it is expected. */
export function readLeads(webhook: Webhook, request: WebhookRequest): LeadsRead | TaskhookError {
  try {
    return { key: requestKey(request), results: webhook.intake(request) };
  } catch (error) {
    if (error instanceof TaskhookError && kept.has(error.code)) return error;
    throw error;
  }
}

const kept: ReadonlySet<string> = new Set(['malformed_body', 'unsupported_media_type', 'invalid_request']);
