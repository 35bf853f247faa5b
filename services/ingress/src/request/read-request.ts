import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIdOf } from '@taskhook/http';
import type { IntakeRequest } from '@taskhook/leads';
import type { BodyMemory } from '../limit/body-memory.ts';
import { readBody } from './read-body.ts';

/** A request with its whole body. `receivedAt` is in milliseconds since 1970. */
export interface WebhookRequest extends IntakeRequest {
  requestId: string;
  receivedAt: number;
}

/** A request as it came, with what proves its sender. `url` is path and query. */
export interface ReceivedRequest extends WebhookRequest {
  url: string;
}

/** Throws `body_too_large`, `unavailable`, and `malformed_body` where the sender broke off. */
export async function readRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { now, memory }: { now: () => number; memory: BodyMemory },
): Promise<ReceivedRequest> {
  const body = await readBody(request, response, memory);
  return { ...readHead(request, response, now), body };
}

/** The request before its body is read. */
export function readHead(
  request: IncomingMessage,
  response: ServerResponse,
  now: () => number,
): ReceivedRequest {
  const { method = '', url = '' } = request;
  return {
    requestId: requestIdOf(response),
    receivedAt: now(),
    method,
    url,
    // Node gives a list for `set-cookie` alone, which no request carries.
    headers: request.headers as Record<string, string | undefined>,
    query: queryOf(url),
    body: NOTHING,
  };
}

const NOTHING = new Uint8Array();

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}
