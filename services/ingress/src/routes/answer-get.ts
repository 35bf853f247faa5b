import type { Request, RequestHandler, Response } from '@taskhook/http';
import { handshakeAnswer } from '@taskhook/leads';
import { sendExactly } from '../answer/send-exactly.ts';
import { tellProblem } from '../answer/tell-problem.ts';
import { readHead } from '../request/read-request.ts';
import { limitedWebhook, receive, type ReceiveParts } from './receive-lead.ts';
import { methodNotAllowed } from './refuse-method.ts';

/**
 * Answers the handshake of a sender that makes sure of the address. Where the task takes leads by GET,
 * one with a query is a lead; HEAD never is, since it is how links are only looked at.
 */
export function answerGet(parts: ReceiveParts): RequestHandler {
  return async (request, response) => {
    try {
      await answer(parts, request, response);
    } catch (thrown) {
      tellProblem(parts.events, request, response, thrown);
    }
  };
}

async function answer(parts: ReceiveParts, request: Request, response: Response): Promise<void> {
  const webhook = await limitedWebhook(parts, String(request.params['token']), request);
  const head = readHead(request, response, parts.now);
  const handshake = handshakeAnswer({ ...head, method: 'GET' }, webhook.auth);
  if (handshake !== null) {
    const facts = { request_id: head.requestId, task_id: webhook.taskId };
    parts.events.handshakeAnswered(facts, handshake.status);
    sendExactly(response, handshake);
    return;
  }
  const takesGet = webhook.definition.form?.accept_get === true;
  if (!takesGet || head.query === '' || head.method !== 'GET') {
    throw methodNotAllowed(response, head.method, takesGet);
  }
  await receive(parts, webhook, request, response);
}
