import { validateHeaderName } from 'node:http';
import { headers as headerNames, isReservedHeader } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { Webhook } from 'standardwebhooks';
import { USER_AGENT } from '@taskhook/outbound';
import type { RenderedFor } from '../channel.ts';

export interface HttpRequest {
  method: RenderedFor<'http'>['method'];
  url: URL;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | null;
}

export interface RequestIdentity {
  idempotencyKey: string;
  signingSecret: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** The request of a rendered step, signed. Throws `invalid_url` for a URL or a header that is not valid. */
export function buildRequest(rendered: RenderedFor<'http'>, identity: RequestIdentity): HttpRequest {
  const body = bodyText(rendered.body);
  return {
    method: rendered.method,
    url: parseUrl(rendered.url),
    body,
    headers: {
      'user-agent': USER_AGENT,
      ...contentType(rendered.body),
      ...ownHeaders(rendered.headers),
      ...signature(body ?? '', identity),
    },
  };
}

function bodyText(body: unknown): string | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function parseUrl(text: string): URL {
  const url = URL.parse(text.trim());
  if (url === null) throw invalid('The rendered URL is not a valid one.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalid('The rendered URL does not start with https:// or http://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid('The rendered URL holds a user name or password; use a header instead.');
  }
  return url;
}

function contentType(body: unknown): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json' };
}

function ownHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [headerName(name), headerValue(name, value)]),
  );
}

function headerName(name: string): string {
  const lower = name.toLowerCase();
  if (isReservedHeader(lower)) throw invalid(`The header ${lower} cannot be set by a step.`);
  try {
    validateHeaderName(lower);
  } catch {
    throw invalid('The name of a header is not a valid one.');
  }
  return lower;
}

/**
 * Letters beyond ASCII go as their UTF-8 bytes (RFC 9110 5.5: obs-text), since a lead's name must not
 * keep its message from leaving. Control characters are refused: they could end the header.
 */
function headerValue(name: string, value: string): string {
  const trimmed = value.trim();
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(trimmed)) {
    throw invalid(`The value of the header ${name.toLowerCase()} holds a line break or control character.`);
  }
  return Buffer.from(trimmed, 'utf8').toString('latin1');
}

/** See github.com/standard-webhooks/standard-webhooks. */
function signature(body: string, { idempotencyKey, signingSecret, now }: RequestIdentity) {
  const at = new Date(now);
  return {
    [headerNames.idempotencyKey]: idempotencyKey,
    [headerNames.webhookId]: idempotencyKey,
    [headerNames.webhookTimestamp]: String(Math.floor(now / 1_000)),
    [headerNames.webhookSignature]: new Webhook(signingSecret).sign(idempotencyKey, at, body),
  };
}

function invalid(message: string): TaskhookError {
  return new TaskhookError('invalid_url', message);
}
