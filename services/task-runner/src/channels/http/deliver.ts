import type { Reason } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { request, type Agent, type Dispatcher } from 'undici';
import type { Delivery, DeliveryInput } from '../channel.ts';
import type { AddressGuard } from '../../outbound/address-guard.ts';
import { checkLiteral } from '../../outbound/agent.ts';
import { callFailure } from '../../outbound/call-failure.ts';
import { startDeadline } from '../../outbound/deadline.ts';
import { buildRequest, type HttpRequest } from './build-request.ts';
import { mapAnswer } from './map-answer.ts';
import { readAnswer } from './read-answer.ts';

export interface HttpDelivery {
  agent: Agent;
  guard: AddressGuard;
  timeoutMs: number;
}

/** One call. Every answer and every failure of the receiver is a value. */
export function createHttpDelivery(http: HttpDelivery) {
  return async (input: DeliveryInput<'http'>): Promise<Delivery> => {
    const signingSecret = await input.signingSecret();
    try {
      const identity = { idempotencyKey: input.idempotencyKey, signingSecret, now: Date.now() };
      const built = buildRequest(input.rendered, identity);
      checkLiteral(built.url, http.guard);
      return await call(http, built, input.signal);
    } catch (error) {
      return rejection(error);
    }
  };
}

async function call({ agent, timeoutMs }: HttpDelivery, built: HttpRequest, stop: AbortSignal) {
  const deadline = startDeadline(timeoutMs, stop);
  try {
    const { url, ...options } = built;
    const response = await request(url, { ...options, dispatcher: agent, signal: deadline.signal });
    return mapAnswer(response.statusCode, response.headers, await answerOf(response));
  } catch (error) {
    if (stop.aborted) throw stopped(error);
    return unanswered(callFailure(error, deadline.passed()));
  } finally {
    deadline.end();
  }
}

/** The status decides. What breaks while the rest is read changes nothing of what the receiver has said. */
function answerOf(response: Dispatcher.ResponseData): Promise<string | undefined> {
  const encoded = response.headers['content-encoding'] !== undefined;
  return readAnswer(response.body, encoded);
}

function unanswered(error: Reason): Delivery {
  return { outcome: 'retry', status_code: null, error };
}

function stopped(cause: unknown): TaskhookError {
  return new TaskhookError('unavailable', 'The runner stopped before the receiver answered.', { cause });
}

function rejection(error: unknown): Delivery {
  if (!(error instanceof TaskhookError) || error.retry) throw error;
  return {
    outcome: 'rejected',
    status_code: null,
    error: { code: error.code, message: error.message },
  };
}
