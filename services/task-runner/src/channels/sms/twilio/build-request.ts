import type { SettingsOf } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { CallRequest } from '@taskhook/outbound';
import type { Message } from '../message.ts';

const BASE_URL = 'https://api.twilio.com';

/** Twilio takes no longer ones (error 21617). */
const LONGEST_TEXT = 1_600;

/** See https://www.twilio.com/docs/messaging/api/message-resource. Throws `invalid_message`. */
export function buildTwilioRequest(settings: SettingsOf<'twilio'>, { to, text }: Message): CallRequest {
  if (text.length > LONGEST_TEXT) {
    throw new TaskhookError('invalid_message', `The rendered text has more than ${LONGEST_TEXT} characters.`);
  }
  const { account_sid, auth_token, base_url } = settings;
  const base = (base_url ?? BASE_URL).replace(/\/+$/, '');
  return {
    method: 'POST',
    url: `${base}/2010-04-01/Accounts/${account_sid}/Messages.json`,
    headers: {
      authorization: `Basic ${Buffer.from(`${account_sid}:${auth_token}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: new URLSearchParams({ To: to, ...senderOf(settings), Body: text }).toString(),
  };
}

function senderOf({ from, messaging_service_sid }: SettingsOf<'twilio'>): Record<string, string> {
  if (messaging_service_sid !== undefined) return { MessagingServiceSid: messaging_service_sid };
  return from === undefined ? {} : { From: from };
}
