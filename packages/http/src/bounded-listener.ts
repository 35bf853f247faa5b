import type { RequestListener, ServerResponse } from 'node:http';
import { headers, newRequestId } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { problemOf } from './problem.ts';
import type { ServerLimits } from './server-limits.ts';

const RETRY_AFTER_SECONDS = 1;

/** A listener that answers 503 while as many requests as it may take on have no answer yet. */
export function boundedListener(
  listener: RequestListener,
  { maxRequests, refused }: Pick<ServerLimits, 'maxRequests' | 'refused'>,
): RequestListener {
  if (!Number.isFinite(maxRequests)) return listener;
  let inFlight = 0;
  const leave = (): void => {
    inFlight -= 1;
  };
  return (request, response) => {
    if (inFlight >= maxRequests) {
      refused('request');
      refuse(response);
      return;
    }
    inFlight += 1;
    response.on('close', leave);
    listener(request, response);
  };
}

/** The connection ends with the answer, so that the body, which nobody reads, need not come. */
function refuse(response: ServerResponse): void {
  const requestId = newRequestId();
  const error = new TaskhookError('unavailable', 'Too many requests are waiting for their answer.');
  response.writeHead(503, {
    'content-type': 'application/problem+json',
    'retry-after': String(RETRY_AFTER_SECONDS),
    connection: 'close',
    [headers.requestId]: requestId,
  });
  response.end(JSON.stringify(problemOf(error, requestId)));
}
