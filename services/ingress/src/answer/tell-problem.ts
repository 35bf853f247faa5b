import type { IncomingMessage, ServerResponse } from 'node:http';
import { toTaskhookError } from '@taskhook/errors';
import { httpStatus, requestIdOf } from '@taskhook/http';
import type { IngressEvents } from '../events.ts';
import { problemPage } from './form-page.ts';
import { isBrowserForm } from './form-post.ts';
import { preferredLanguage } from './language.ts';
import { sendPage } from './send-page.ts';

/** Throws an error again that is told to others than browsers; a browser sees a page. */
export function tellProblem(
  events: IngressEvents,
  request: IncomingMessage,
  response: ServerResponse,
  thrown: unknown,
): void {
  const error = toTaskhookError(thrown);
  if (error.code === 'unavailable') events.unavailable(requestIdOf(response), error);
  const status = httpStatus[error.code] ?? 500;
  const headers = request.headers as Record<string, string | undefined>;
  const isForm = isBrowserForm({ method: request.method ?? '', headers });
  // A fault of ours is logged where all errors are answered.
  if (status === 500 || response.headersSent || !isForm) throw error;
  if (error.retryAfter !== undefined) response.setHeader('retry-after', String(error.retryAfter));
  const language = preferredLanguage(headers['accept-language']);
  sendPage(response, status, language, problemPage(language, error));
}
