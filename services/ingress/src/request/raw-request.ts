import { headers, type RawRequest } from '@taskhook/contracts';
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
const SECRET = /token|secret|signature|key|password|credential|auth/i;

/** The request as it can be kept and sent again: whole, but without what may be a credential. */
export function rawRequest({ method, query, headers: given, body }: WebhookRequest): RawRequest {
  const kept = Object.entries(given).filter(([name, value]) => value !== undefined && isKept(name));
  return {
    method,
    query,
    headers: Object.fromEntries(kept) as Record<string, string>,
    body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64'),
  };
}

function isKept(name: string): boolean {
  return name === headers.idempotencyKey || !(dropped.has(name) || SECRET.test(name));
}
