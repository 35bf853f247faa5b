import { createHash, timingSafeEqual } from 'node:crypto';
import { TaskhookError } from '@taskhook/errors';
import type { RequestHandler } from '@taskhook/http';

/** Lets a request pass whose `Authorization: Bearer` is the admin key; throws `unauthorized`. */
export function authorize(adminKey: string): RequestHandler {
  const expected = digest(adminKey);
  return (request, _response, next) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined) {
      throw new TaskhookError('unauthorized', 'Send the admin key as `Authorization: Bearer <key>`.');
    }
    // Digests have one length, so the comparison takes the same time for every key.
    if (!timingSafeEqual(digest(given), expected)) {
      throw new TaskhookError('unauthorized', 'The key is not the admin key.');
    }
    next();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
