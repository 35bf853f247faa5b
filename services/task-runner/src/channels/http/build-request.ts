import { headers as headerNames } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { Webhook } from 'standardwebhooks';
import { USER_AGENT } from '@taskhook/outbound';
import type { RenderedFor } from '../channel.ts';
import { bodyText, contentType, ownHeaders } from '../request-parts.ts';

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
