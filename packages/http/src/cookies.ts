import { parseCookie } from 'cookie';
import type { Request } from 'express';

export { stringifySetCookie, type SetCookie } from 'cookie';

/** The value of a cookie that the request carries. */
export function cookieOf(request: Request, name: string): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[name];
}
