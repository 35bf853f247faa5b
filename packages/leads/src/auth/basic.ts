import type { Auth } from '@taskhook/contracts';
import { ACCEPTED, headerOf, refused, type Authenticate } from './auth-request.ts';
import { secretMatch } from './secret-match.ts';

/** HTTP Basic (RFC 7617) with one user name and any of the passwords, in UTF-8. */
export function basicAuthenticator({ username, secrets }: Extract<Auth, { type: 'basic' }>): Authenticate {
  const matches = secretMatch(secrets.map((password) => `${username}:${password}`));
  return (request) => {
    const header = headerOf(request, 'authorization')?.trim();
    if (header === undefined || header === '') {
      return refused('The request has no header Authorization; set user name and password at the sender.');
    }
    const encoded = /^basic +(\S+)$/i.exec(header)?.[1];
    if (encoded === undefined) return refused('The header Authorization is not one of HTTP Basic.');
    if (matches([Buffer.from(encoded, 'base64')])) return ACCEPTED;
    return refused('The user name or the password is not the one of this task.');
  };
}
