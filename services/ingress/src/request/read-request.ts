import { requestIdOf, type Request, type Response } from '@taskhook/http';
import type { IntakeRequest } from '@taskhook/leads';
import { readBody } from './read-body.ts';

/** A request with its whole body. `receivedAt` is in milliseconds since 1970. */
export interface WebhookRequest extends IntakeRequest {
  requestId: string;
  receivedAt: number;
}

/** Throws `body_too_large`, and `malformed_body` where the sender broke off. */
export async function readRequest(request: Request, response: Response): Promise<WebhookRequest> {
  const body = await readBody(request);
  return {
    requestId: requestIdOf(response),
    receivedAt: Date.now(),
    method: request.method,
    // Node gives a list for `set-cookie` alone, which no request carries.
    headers: request.headers as Record<string, string | undefined>,
    query: queryOf(request.originalUrl),
    body,
  };
}

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}
