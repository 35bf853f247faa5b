import { headers } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { bodyDigest } from '@taskhook/leads';
import type { WebhookRequest } from './read-request.ts';

/** What tells a sender's retry from a new request. */
export interface RequestKey {
  kind: 'key' | 'body';
  value: string;
}

const KEY_LENGTH = 255;

/** The sender's own key where it gives one, else the bytes of the body. Throws `invalid_request`. */
export function requestKey({ headers: given, body }: WebhookRequest): RequestKey {
  for (const name of [headers.idempotencyKey, headers.webhookId]) {
    const value = given[name];
    if (value !== undefined) return { kind: 'key', value: checked(name, value) };
  }
  return { kind: 'body', value: bodyDigest(body) };
}

function checked(name: string, value: string): string {
  if (value !== '' && value.length <= KEY_LENGTH) return value;
  throw new TaskhookError('invalid_request', `The header ${name} must have 1 to ${KEY_LENGTH} characters.`, {
    errors: [{ field: name, message: `must have 1 to ${KEY_LENGTH} characters` }],
  });
}
