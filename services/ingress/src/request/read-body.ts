import type { IncomingMessage, ServerResponse } from 'node:http';
import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { BodyMemory } from '../limit/body-memory.ts';

/**
 * The bytes of the body as they came, read after the webhook was looked up: a body parser that starts
 * this late takes the request of a sender that broke off meanwhile for one with an empty body.
 * It counts as held until the answer is through. Throws `body_too_large`, `unavailable` where the bodies
 * of all requests are too much, and `malformed_body` where the sender broke off.
 */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  memory: BodyMemory,
): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes)
    return Promise.reject(refuseRest(request));
  return request.destroyed ? Promise.reject(cutOff()) : collect(request, response, memory);
}

/** The events of the end come once each, so `on` will do: what `once` wraps around it costs more than it. */
function collect(request: IncomingMessage, response: ServerResponse, memory: BodyMemory): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      try {
        memory.take(chunk.length);
        if (length > limits.bodyBytes) throw bodyTooLarge();
        chunks.push(chunk);
      } catch (refusal) {
        request.off('data', onData);
        request.resume();
        chunks.length = 0;
        reject(refusal);
      }
    };
    response.on('close', () => memory.give(length));
    request.on('data', onData);
    request.on('end', () => resolve(oneBuffer(chunks)));
    // Without a listener for errors a broken connection is told by this alone.
    request.on('close', () => {
      if (!request.readableEnded) reject(cutOff());
    });
  });
}

/** The rest is read and dropped, so that the sender gets to the answer; the server's time-out bounds it. */
function refuseRest(request: IncomingMessage): TaskhookError {
  request.resume();
  return bodyTooLarge();
}

export function bodyTooLarge(): TaskhookError {
  return new TaskhookError('body_too_large', `The body is larger than ${limits.bodyBytes} bytes.`);
}

function cutOff(): TaskhookError {
  return new TaskhookError('malformed_body', 'The body ended before all of it had come.');
}

function oneBuffer(chunks: Buffer[]): Buffer {
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
}
