import type { Reason } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { callFailure, checkLiteral, startDeadline, type Outbound } from '@taskhook/outbound';
import { request, type Dispatcher } from 'undici';
import type { Delivery, DeliveryInput } from '../channel.ts';
import { rejection } from '../rejection.ts';
import { buildRequest, type HttpRequest } from './build-request.ts';
import { mapAnswer } from './map-answer.ts';
import { readAnswer } from './read-answer.ts';

/** One call. Every answer and every failure of the receiver is a value. */
export function createHttpDelivery(http: Outbound) {
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

async function call({ agent, timeoutMs }: Outbound, built: HttpRequest, stop: AbortSignal) {
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
