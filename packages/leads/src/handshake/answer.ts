import type { Auth } from '@taskhook/contracts';
import type { AuthRequest } from '../auth/auth-request.ts';
import { queryParts } from '../auth/query-parts.ts';
import type { HandshakeAnswer } from './handshake-answer.ts';
import { linkedinAnswer } from './linkedin.ts';
import { metaAnswer } from './meta.ts';

/**
 * The answer to the GET by which a sender makes sure of the webhook's address: Meta's with
 * `hub.challenge`, LinkedIn's with `challengeCode`. 403 with a reason where the task lacks the secret
 * or has another one; null where the request is no handshake. Never throws.
 */
export function handshakeAnswer(request: AuthRequest, auth: Auth): HandshakeAnswer | null {
  if (request.method.toUpperCase() !== 'GET') return null;
  if (!request.query.includes('hub') && !request.query.includes('challengeCode')) return null;
  const parameters = new Map(queryParts(request.query).map(({ name, value }) => [name, value]));
  return metaAnswer(parameters, auth) ?? linkedinAnswer(parameters, auth);
}
