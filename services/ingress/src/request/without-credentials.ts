import { withoutSecrets } from '@taskhook/leads';
import type { Webhook } from '../webhook/find-webhook.ts';
import type { ReceivedRequest, WebhookRequest } from './read-request.ts';

/**
 * The request as everything past the check of its sender sees it: without what proves the sender, so
 * that no store ever gets to it.
 */
export function withoutCredentials({ auth }: Webhook, request: ReceivedRequest): WebhookRequest {
  const { requestId, receivedAt } = request;
  return { requestId, receivedAt, ...withoutSecrets(request, auth) };
}
