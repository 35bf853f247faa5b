import { TaskhookError } from '@taskhook/errors';
import type { RequestHandler } from '@taskhook/http';
import type { InboundParts } from '../inbound/inbound-parts.ts';
import { openInbound } from './receive-inbound.ts';

/** Meta makes sure of the address with the token that the connection shows: the challenge goes back to it. */
export function answerVerification(parts: InboundParts): RequestHandler {
  return async (request, response) => {
    const id = String(request.params['connection']);
    await openInbound(parts, id);
    const { searchParams } = new URL(request.originalUrl, 'http://ingress');
    const given = searchParams.get('hub.verify_token') ?? '';
    if (searchParams.get('hub.mode') !== 'subscribe' || !parts.verifyTokens.verify(id, given)) {
      throw new TaskhookError('unauthorized', 'The verify token is not the one of the connection.');
    }
    response.type('text/plain').send(searchParams.get('hub.challenge') ?? '');
  };
}
