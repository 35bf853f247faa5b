import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';

const readRaw = express.raw({ type: () => true, limit: limits.bodyBytes, inflate: true });

/** Reads the bytes of the body, whatever its type, into `request.body`: a Buffer, empty where there is none. */
export const rawBody: RequestHandler = (request, response, next) => {
  readRaw(request, response, (thrown?: unknown) => {
    if (thrown !== undefined) return next(bodyError(thrown));
    if (!Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
    next();
  });
};

/** Reads the body as JSON into `request.body`, whatever its type says. An empty body is `undefined`. */
export const jsonBody: RequestHandler = (request: Request, response: Response, next: NextFunction) => {
  void rawBody(request, response, (thrown?: unknown) => {
    if (thrown !== undefined) return next(thrown);
    const bytes: unknown = request.body;
    try {
      request.body = Buffer.isBuffer(bytes) && bytes.length > 0 ? parse(bytes) : undefined;
    } catch (error) {
      return next(error);
    }
    next();
  });
};

function parse(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text);
  } catch (cause) {
    throw new TaskhookError('malformed_body', 'The body is not valid JSON in UTF-8.', { cause });
  }
}

/** What the body parser throws, by its stable `type`. */
function bodyError(thrown: unknown): TaskhookError {
  const type = typeof thrown === 'object' && thrown !== null && 'type' in thrown ? thrown.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return new TaskhookError('body_too_large', `The body is larger than ${limits.bodyBytes} bytes.`);
    case 'encoding.unsupported':
      return new TaskhookError(
        'unsupported_media_type',
        'The content encoding is not one of gzip, deflate, br.',
      );
    case 'request.aborted':
    case 'request.size.invalid':
      return new TaskhookError(
        'malformed_body',
        'The body is shorter or longer than its Content-Length says.',
      );
    default:
      return new TaskhookError('malformed_body', 'The body cannot be read.', { cause: thrown });
  }
}
