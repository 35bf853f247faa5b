import type { WebhookRequest } from '../request/read-request.ts';

type Head = Pick<WebhookRequest, 'method' | 'headers'>;

const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** Whether a person looks at the answer: a browser sent a form by itself, not by a script of the page. */
export function isBrowserForm({ method, headers }: Head): boolean {
  const { accept = '', 'sec-fetch-mode': mode = 'navigate' } = headers;
  if (mode !== 'navigate' || headers['x-requested-with'] !== undefined) return false;
  return isForm({ method, headers }) && accept.includes('text/html') && !accept.includes('json');
}

/** A form that may be sent on elsewhere: one of a browser, or of a client that does not say what it wants. */
export function mayBeSentOn(head: Head): boolean {
  return isBrowserForm(head) || (isForm(head) && head.headers['accept'] === undefined);
}

function isForm({ method, headers }: Head): boolean {
  return method === 'GET' || FORM.test(headers['content-type'] ?? '');
}
