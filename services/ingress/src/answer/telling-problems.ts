import { toTaskhookError } from '@taskhook/errors';
import { httpStatus, requestIdOf, type Request, type RequestHandler, type Response } from '@taskhook/http';
import type { IngressEvents } from '../events.ts';
import { problemPage } from './form-page.ts';
import { isBrowserForm } from './form-post.ts';
import { preferredLanguage } from './language.ts';
import { sendPage } from './send-page.ts';

type Handle = (request: Request, response: Response) => Promise<void>;

/** A handler whose errors are told to a browser by a page, and passed on for everybody else. */
export function tellingProblems(events: IngressEvents, handle: Handle): RequestHandler {
  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (thrown) {
      const error = toTaskhookError(thrown);
      if (error.code === 'unavailable') events.unavailable(requestIdOf(response), error);
      const status = httpStatus[error.code] ?? 500;
      const head = { method: request.method, headers: request.headers as Record<string, string | undefined> };
      // A fault of ours is logged where all errors are answered.
      if (status === 500 || response.headersSent || !isBrowserForm(head)) throw error;
      if (error.retryAfter !== undefined) response.setHeader('retry-after', String(error.retryAfter));
      const language = preferredLanguage(head.headers['accept-language']);
      sendPage(response, status, language, problemPage(language, error));
    }
  };
}
