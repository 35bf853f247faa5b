import { headers, HIDDEN_SECRET, type RawRequest } from '@taskhook/contracts';
import type { WebhookRequest } from './read-request.ts';

/** Credentials, and what speaks of the connection that the request came by. */
const dropped: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'connection',
  'content-length',
  'transfer-encoding',
]);
const SECRET = /token|secret|key|password|credential|auth/i;
const SIGNATURE = /signature/i;

/** The request as it can be kept and sent again: whole, but without what may be a credential. */
export function rawRequest({ method, query, headers: given, body }: WebhookRequest): RawRequest {
  return {
    method,
    query,
    headers: Object.fromEntries(Object.entries(given).flatMap(keptHeader)),
    body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64'),
  };
}

/** That there was a signature tells who the sender is; which one it was is of no use any more. */
function keptHeader([name, value]: [string, string | undefined]): [string, string][] {
  if (value === undefined) return [];
  if (name === headers.idempotencyKey) return [[name, value]];
  if (dropped.has(name) || SECRET.test(name)) return [];
  return [[name, SIGNATURE.test(name) ? HIDDEN_SECRET : value]];
}
