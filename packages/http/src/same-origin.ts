import type { Request } from 'express';

/**
 * Whether nothing that a browser tells of itself says that the request came from another site. Callers
 * that are no browsers tell nothing. `ownOrigin` is where people reach this server, where that is known:
 * a proxy may have changed `Host`.
 */
export function isSameOrigin(request: Request, ownOrigin?: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return origin === ownOrigin || (host !== undefined && URL.parse(origin)?.host === host);
}
