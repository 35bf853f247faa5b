import type { ServerResponse } from 'node:http';
import type { TaskDefinition } from '@taskhook/contracts';
import { sendJson } from '@taskhook/http';
import type { Receipt } from '../intake/receipt.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import { isBrowserForm, mayBeSentOn } from './form-post.ts';
import { thanksPage } from './form-page.ts';
import { preferredLanguage } from './language.ts';
import { redirectTarget } from './redirect-target.ts';
import { sendExactly } from './send-exactly.ts';
import { sendPage } from './send-page.ts';

/**
 * Answers in the way that the sender needs: its own acknowledgement, the form's next page, a page of
 * thanks for a browser, else our JSON. Throws the receipt's refusal.
 */
export function sendReceipt(
  response: ServerResponse,
  { form }: TaskDefinition,
  request: WebhookRequest,
  { answer, refusal, acknowledgement }: Receipt,
): void {
  if (acknowledgement !== undefined) {
    sendExactly(response, { status: 200, ...acknowledgement });
    return;
  }
  if (refusal !== undefined) throw refusal;
  const target = mayBeSentOn(request) ? redirectTarget(form, request) : undefined;
  if (target !== undefined) {
    // 303: the browser gets the next page, it does not post to it.
    response.writeHead(303, { location: target }).end();
  } else if (isBrowserForm(request)) {
    const language = preferredLanguage(request.headers['accept-language']);
    sendPage(response, 200, language, thanksPage(language));
  } else sendJson(response, answer);
}
