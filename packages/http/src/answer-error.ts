import type { ServerResponse } from 'node:http';
import { TaskhookError, toTaskhookError } from '@taskhook/errors';
import type { Logger } from '@taskhook/telemetry';
import { sendProblem } from './problem.ts';
import { requestIdOf } from './request-id.ts';

/** Answers with what was thrown as problem details; a fault of ours is logged. */
export function answerError(logger: Logger, thrown: unknown, response: ServerResponse): void {
  const error = toKnownError(thrown);
  const requestId = requestIdOf(response);
  if (error.code === 'internal_error') logger.error('request failed', { request_id: requestId, error });
  if (response.headersSent) response.destroy();
  else sendProblem(response, error, requestId);
}

/** The router refuses an address that is not well-formed with a plain error that has a status. */
function toKnownError(thrown: unknown): TaskhookError {
  if (thrown instanceof URIError) return new TaskhookError('not_found', 'The address is not well-formed.');
  return toTaskhookError(thrown);
}
