import type { Auth } from '@taskhook/contracts';
import { ACCEPTED, type Authenticate } from './auth-request.ts';
import { basicAuthenticator } from './basic.ts';
import { bodyAuthenticator } from './body.ts';
import { headerAuthenticator } from './header.ts';
import { queryAuthenticator } from './query.ts';
import { signatureAuthenticator } from './signature.ts';

/**
 * The check that a task's `auth` asks for, its secrets opened. Compile once, call for each request.
 * Secrets are compared in constant time. An `auth` that `authProblems` complains about refuses everything.
 */
export function compileAuth(auth: Auth): Authenticate {
  switch (auth.type) {
    case 'none':
      return () => ACCEPTED;
    case 'header':
      return headerAuthenticator(auth);
    case 'basic':
      return basicAuthenticator(auth);
    case 'query':
      return queryAuthenticator(auth);
    case 'body':
      return bodyAuthenticator(auth);
    case 'hmac':
      break;
  }
  return signatureAuthenticator(auth);
}
