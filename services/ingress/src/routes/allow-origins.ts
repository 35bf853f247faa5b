import type { ServerResponse } from 'node:http';
import { headers } from '@taskhook/contracts';
import type { RequestHandler } from '@taskhook/http';

export const ALLOWED_METHODS = 'POST, PUT, OPTIONS';

const EXPOSED_HEADERS = `${headers.requestId}, retry-after`;

/** The star does not cover `authorization`, and old browsers do not know it. */
const ALLOWED_HEADERS = [
  'content-type',
  'authorization',
  headers.idempotencyKey,
  headers.webhookId,
  headers.requestId,
  '*',
].join(', ');

const DAY_SECONDS = '86400';

/** Middleware of `allowAllOrigins`. */
export const allowOrigins: RequestHandler = (_request, response, next) => {
  allowAllOrigins(response);
  next();
};

/** A form on any web page may post here and read the answer: the address is the secret, no cookie is. */
export function allowAllOrigins(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
}

/** What a browser asks before it posts anything but a plain form. */
export const answerPreflight: RequestHandler = (_request, response) => {
  response.setHeader('access-control-allow-methods', ALLOWED_METHODS);
  response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
  response.setHeader('access-control-max-age', DAY_SECONDS);
  response.setHeader('allow', ALLOWED_METHODS);
  response.status(204).end();
};
