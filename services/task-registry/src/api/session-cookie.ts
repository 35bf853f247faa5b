import { SESSION_COOKIE } from '@taskhook/contracts';
import { stringifySetCookie } from '@taskhook/http';
import { SECOND } from '@taskhook/contracts';

const attributes = { name: SESSION_COOKIE, httpOnly: true, sameSite: 'strict', path: '/' } as const;

/** `Set-Cookie` for a session that ends at `expiresAt` at the latest; `secure`: over TLS only. */
export function sessionCookie(token: string, expiresAt: number, secure: boolean): string {
  const maxAge = Math.max(0, Math.floor((expiresAt - Date.now()) / SECOND));
  return stringifySetCookie({ ...attributes, value: token, maxAge, secure });
}

/** `Set-Cookie` that makes the browser forget it. */
export function endedCookie(secure: boolean): string {
  return stringifySetCookie({ ...attributes, value: '', maxAge: 0, secure });
}
