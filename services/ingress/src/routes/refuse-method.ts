import { TaskhookError } from '@taskhook/errors';
import type { RequestHandler } from '@taskhook/http';
import { ALLOWED_METHODS } from './allow-origins.ts';

/** Every method that a webhook does not know. */
export const refuseMethod: RequestHandler = (request, response) => {
  response.setHeader('allow', ALLOWED_METHODS);
  throw new TaskhookError(
    'method_not_allowed',
    `A webhook takes leads by POST or PUT, not by ${request.method}.`,
  );
};
