import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction } from 'express';
import { headers, newRequestId } from '@taskhook/contracts';

const ACCEPTED = /^[A-Za-z0-9._-]{1,64}$/;

/** Middleware of `giveRequestId`. */
export function requestIds(request: IncomingMessage, response: ServerResponse, next: NextFunction): void {
  giveRequestId(request, response);
  next();
}

/** Keeps the caller's request id where it is a plain word, or makes one; the answer carries it back. */
export function giveRequestId(request: IncomingMessage, response: ServerResponse): void {
  const given = request.headers[headers.requestId];
  const id = typeof given === 'string' && ACCEPTED.test(given) ? given : newRequestId();
  response.setHeader(headers.requestId, id);
}

export const requestIdOf = (response: ServerResponse): string => {
  const id = response.getHeader(headers.requestId);
  return typeof id === 'string' ? id : '';
};
