import type { Reason } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { DecoratorHandler, request, type Dispatcher } from 'undici';
import { checkLiteral } from './agent.ts';
import { callFailure } from './call-failure.ts';
import { startDeadline } from './deadline.ts';
import type { Outbound } from './outbound.ts';
import { readStart } from './read-start.ts';
import { USER_AGENT } from './user-agent.ts';

export interface CallRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: string | null;
}

export type CallResult =
  | {
      answered: true;
      status: number;
      headers: Readonly<Record<string, string | string[] | undefined>>;
      /** The start of the answer, empty where nothing could be read. */
      text: string;
    }
  | {
      answered: false;
      /** Whether the request may have reached the receiver: then nobody knows what it has done. */
      sent: boolean;
      error: Reason;
    };

/**
 * One call over a connection of its own, so that a broken one means this call and no other. Throws
 * what forbids the call, and `unavailable` when `stop` aborted before anything was sent.
 */
export async function callOnce(
  outbound: Outbound,
  { url: text, headers, ...options }: CallRequest,
  stop: AbortSignal,
): Promise<CallResult> {
  const url = parsed(text);
  checkLiteral(url, outbound.guard);
  const deadline = startDeadline(outbound.timeoutMs, stop);
  const watched = watchSending(outbound.agent, deadline.signal);
  try {
    const response = await request(url, {
      ...options,
      headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...headers },
      reset: true,
      dispatcher: watched.dispatcher,
      signal: deadline.signal,
    });
    const answer = await readStart(response.body);
    return { answered: true, status: response.statusCode, headers: response.headers, text: answer };
  } catch (error) {
    if (stop.aborted && !watched.sent()) throw stopped(error);
    return { answered: false, sent: watched.sent(), error: failure(error, deadline.passed(), stop) };
  } finally {
    deadline.end();
  }
}

function parsed(text: string): URL {
  const url = URL.parse(text.trim());
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw new TaskhookError('invalid_url', 'The address of the call is not one that starts with http(s)://.');
}

function failure(error: unknown, deadlinePassed: boolean, stop: AbortSignal): Reason {
  if (!stop.aborted) return callFailure(error, deadlinePassed);
  return { code: 'unavailable', message: 'Taskhook was stopped before the receiver answered.' };
}

function stopped(cause: unknown): TaskhookError {
  return new TaskhookError('unavailable', 'Taskhook was stopped before the receiver was called.', { cause });
}

/**
 * Undici tells that a request starts when it has a connection and is about to write to it; one that
 * was aborted by then it does not write.
 */
function watchSending(agent: Dispatcher, signal: AbortSignal): { dispatcher: Dispatcher; sent(): boolean } {
  let sent = false;
  class Watch extends DecoratorHandler {
    onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
      sent = !signal.aborted;
      const base: Dispatcher.DispatchHandler = DecoratorHandler.prototype;
      base.onRequestStart?.call(this, controller, context);
    }
  }
  const dispatcher = agent.compose((dispatch) => (options, handler) => dispatch(options, new Watch(handler)));
  return { dispatcher, sent: () => sent };
}
