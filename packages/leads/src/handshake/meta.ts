import type { Auth } from '@taskhook/contracts';
import { secretMatch } from '../auth/secret-match.ts';
import { refusal, type HandshakeAnswer } from './handshake-answer.ts';

const NAMES = ['hub.mode', 'hub.challenge', 'hub.verify_token'];

/**
 * Meta's verification of a callback address: the bare challenge, where the token is the task's.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
 */
export function metaAnswer(parameters: ReadonlyMap<string, string>, auth: Auth): HandshakeAnswer | null {
  if (!NAMES.some((name) => parameters.has(name))) return null;
  if (auth.type !== 'hmac' || auth.verify_token === undefined) return refusal(NO_TOKEN);
  const given = parameters.get('hub.verify_token');
  if (given === undefined || !secretMatch([auth.verify_token])([given])) return refusal(OTHER_TOKEN);
  const challenge = parameters.get('hub.challenge') ?? '';
  if (parameters.get('hub.mode') !== 'subscribe' || challenge === '') return refusal(NO_SUBSCRIPTION);
  return { status: 200, contentType: 'text/plain; charset=utf-8', body: challenge };
}

const NO_TOKEN =
  'This task has no verify token. Give it an auth of type hmac with the preset meta and a verify_token, and enter the same token at Meta.';
const OTHER_TOKEN = 'hub.verify_token is not the verify token of this task.';
const NO_SUBSCRIPTION =
  'This is no verification: hub.mode must be subscribe, and hub.challenge must be there.';
