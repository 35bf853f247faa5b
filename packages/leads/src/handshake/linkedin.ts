import { createHmac } from 'node:crypto';
import type { Auth } from '@taskhook/contracts';
import { refusal, type HandshakeAnswer } from './handshake-answer.ts';

/**
 * A UUID, or what is like one. Nothing else is signed: the answer has a signature of the task's
 * secret, and a code such as `hmacsha256={…}` would make it that of a forged notification.
 */
const CODE = /^[A-Za-z0-9-]{8,100}$/;

/**
 * LinkedIn's validation of an address, every two hours; with several secrets the first one answers.
 * https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation
 */
export function linkedinAnswer(parameters: ReadonlyMap<string, string>, auth: Auth): HandshakeAnswer | null {
  const challengeCode = parameters.get('challengeCode');
  if (challengeCode === undefined) return null;
  const secret = auth.type === 'hmac' && auth.preset === 'linkedin' ? auth.secrets[0] : undefined;
  if (secret === undefined) return refusal(NO_SECRET);
  if (!CODE.test(challengeCode)) return refusal('challengeCode is not a UUID.');
  const challengeResponse = createHmac('sha256', secret).update(challengeCode).digest('hex');
  return {
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({ challengeCode, challengeResponse }),
  };
}

const NO_SECRET =
  'This task has no client secret of LinkedIn. Give it an auth of type hmac with the preset linkedin and the client secret of the app.';
