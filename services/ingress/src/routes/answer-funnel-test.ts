import type { RequestHandler } from '@taskhook/http';

/**
 * ClickFunnels Classic posts here, at the root of the host, before it saves a webhook; it wants 200
 * and reads nothing else.
 */
export const answerFunnelTest: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' });
};
