import { TaskhookError } from '@taskhook/errors';
import type { RequestHandler, Response } from '@taskhook/http';
import { ALLOWED_METHODS } from './allow-origins.ts';

/** Every method that a webhook does not know. */
export const refuseMethod: RequestHandler = (request, response) => {
  throw methodNotAllowed(response, request.method, false);
};

export function methodNotAllowed(response: Response, method: string, takesGet: boolean): TaskhookError {
  response.setHeader('allow', takesGet ? `GET, ${ALLOWED_METHODS}` : ALLOWED_METHODS);
  const detail =
    takesGet && method === 'GET'
      ? "A lead by GET has its fields in the address' query, and this one has none."
      : `A webhook takes leads by POST or PUT, not by ${method}.`;
  return new TaskhookError('method_not_allowed', detail);
}
