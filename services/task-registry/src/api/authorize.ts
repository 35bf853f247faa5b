import { headers, SESSION_COOKIE } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { cookieOf, isSameOrigin, type Request, type RequestHandler, type Response } from '@taskhook/http';
import type { Registry } from '../registry.ts';
import type { Caller } from '../sessions/caller.ts';

/** `signed-in`: the key or a session. `key`: the key itself. `console`: anybody, from our own pages. */
export type Access = 'signed-in' | 'key' | 'console';

export type Gate = Pick<Registry, 'sessions' | 'wrongKeys' | 'isAdminKey' | 'consoleUrl'>;

/**
 * Lets a request pass whose caller may have what is behind it: `Authorization: Bearer` with the admin
 * key, or the cookie of a session, which must not come from another site. Throws `unauthorized`,
 * `forbidden`, `rate_limited` after many wrong keys, and `unavailable` where no session can be looked up.
 */
export function authorize(gate: Gate, access: Access = 'signed-in'): RequestHandler {
  return async (request, response, next) => {
    if (access === 'console') requireOwnPage(gate, request);
    else response.locals['caller'] = await identify(gate, request, access);
    next();
  };
}

export function callerOf(response: Response): Caller {
  const caller: unknown = response.locals['caller'];
  return caller === undefined ? { by: 'nobody' } : (caller as Caller);
}

async function identify(gate: Gate, request: Request, access: Access): Promise<Caller> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return byKey(gate, authorization, request.ip ?? '');
  const token = cookieOf(request, SESSION_COOKIE);
  if (token === undefined || token === '')
    throw new TaskhookError('unauthorized', 'Send the admin key as `Authorization: Bearer <key>`.');
  if (!safeMethods.has(request.method)) requireOwnPage(gate, request);
  const session = await gate.sessions.find(token, true);
  if (session === undefined) throw new TaskhookError('unauthorized', 'The session has ended; sign in again.');
  if (access === 'key') throw new TaskhookError('forbidden', 'This needs the admin key itself.');
  return { by: 'session', token, session };
}

async function byKey(gate: Gate, authorization: string, address: string): Promise<Caller> {
  const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (given === undefined)
    throw new TaskhookError('unauthorized', 'Send the admin key as `Authorization: Bearer <key>`.');
  gate.wrongKeys.requirePatience(address);
  if (gate.isAdminKey(given)) return { by: 'key' };
  await gate.wrongKeys.count(address);
  throw new TaskhookError('unauthorized', 'The key is not the admin key.');
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A form of another site can send the cookie, but neither this header nor our origin. */
function requireOwnPage({ consoleUrl }: Gate, request: Request): void {
  const ownOrigin = consoleUrl === undefined ? undefined : URL.parse(consoleUrl)?.origin;
  if (request.headers[headers.console] !== undefined && isSameOrigin(request, ownOrigin)) return;
  throw new TaskhookError(
    'forbidden',
    `A call with a session's cookie comes from the console's own pages, with the header ${headers.console}.`,
  );
}
