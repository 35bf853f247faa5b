import { TaskhookError } from '@taskhook/errors';
import type { AuthResult } from '@taskhook/leads';
import type { ReceivedRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';
import { publicUrls } from './public-urls.ts';

/**
 * Makes sure that a request comes from the task's sender; throws `unauthorized` with the reason in
 * words. A compressed request is signed before or after it was compressed, so both forms are given.
 */
export function checkSender(
  { auth, authenticate }: Webhook,
  publicUrl: string | undefined,
  forms: readonly ReceivedRequest[],
): void {
  if (auth.type === 'none') return;
  let refusal: string | undefined;
  for (const request of forms) {
    for (const address of publicUrls(request, publicUrl)) {
      const result: AuthResult = authenticate({ ...request, ...address }, request.receivedAt);
      if (result.ok) return;
      refusal ??= result.reason;
    }
  }
  throw new TaskhookError('unauthorized', refusal ?? 'The request does not show who sent it.');
}
