import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Problem } from '@taskhook/contracts';
import type { TaskhookError } from '@taskhook/errors';
import { sendText } from './send.ts';
import { httpStatus } from './status.ts';

/** The problem details of an error: what a caller may know of it. */
export function problemOf(error: TaskhookError, requestId: string): Problem {
  const status = httpStatus[error.code];
  if (status === undefined || status === 500) {
    const detail = 'Something went wrong on our side; it was logged under the request id.';
    return problem(500, 'internal_error', detail, requestId);
  }
  return {
    ...problem(status, error.code, error.message, requestId),
    ...(error.errors === undefined ? {} : { errors: error.errors }),
    ...error.extra,
  };
}

/** Answers with problem details (RFC 9457). A challenge that is set already stays. */
export function sendProblem(response: ServerResponse, error: TaskhookError, requestId: string): void {
  const body = problemOf(error, requestId);
  if (error.retryAfter !== undefined) response.setHeader('retry-after', String(error.retryAfter));
  if (body.status === 401 && !response.hasHeader('www-authenticate'))
    response.setHeader('www-authenticate', 'Bearer');
  response.statusCode = body.status;
  sendText(response, PROBLEM, JSON.stringify(body));
}

const PROBLEM = 'application/problem+json; charset=utf-8';

function problem(status: number, code: string, detail: string, requestId: string): Problem {
  const title = STATUS_CODES[status] ?? 'Error';
  return { type: `urn:taskhook:problem:${code}`, title, status, code, detail, request_id: requestId };
}
