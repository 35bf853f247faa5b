import type { NextFunction, Request, Response } from 'express';
import { headers, newRequestId } from '@taskhook/contracts';

const ACCEPTED = /^[A-Za-z0-9._-]{1,64}$/;

/** Keeps the caller's request id where it is a plain word, or makes one; the answer carries it back. */
export function requestIds(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers[headers.requestId];
  const id = typeof given === 'string' && ACCEPTED.test(given) ? given : newRequestId();
  response.locals['requestId'] = id;
  response.setHeader(headers.requestId, id);
  next();
}

export const requestIdOf = (response: Response): string => String(response.locals['requestId'] ?? '');
