import type { SettingsOf } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { CallRequest } from '@taskhook/outbound';
import type { Message } from '../message.ts';

const BASE_URL = 'https://api.twilio.com';

/** Twilio takes no longer ones (error 21617). */
const LONGEST_TEXT = 1_600;

/** See https://www.twilio.com/docs/messaging/api/message-resource. Throws `invalid_message`. */
export function buildTwilioRequest(
  settings: SettingsOf<'twilio'>,
  { to, text }: Message,
  statusCallback?: string,
): CallRequest {
  if (text.length > LONGEST_TEXT) {
    throw new TaskhookError('invalid_message', `The rendered text has more than ${LONGEST_TEXT} characters.`);
  }
  const callback = statusCallback === undefined ? {} : { StatusCallback: statusCallback };
  return {
    method: 'POST',
    url: messagesUrl(settings),
    headers: { ...twilioHeaders(settings), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ To: to, ...senderOf(settings), Body: text, ...callback }).toString(),
  };
}

export function messagesUrl({ account_sid, base_url }: SettingsOf<'twilio'>): string {
  const base = (base_url ?? BASE_URL).replace(/\/+$/, '');
  return `${base}/2010-04-01/Accounts/${account_sid}/Messages.json`;
}

export function twilioHeaders({ account_sid, auth_token }: SettingsOf<'twilio'>): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${account_sid}:${auth_token}`).toString('base64')}`,
    accept: 'application/json',
  };
}

function senderOf({ from, messaging_service_sid }: SettingsOf<'twilio'>): Record<string, string> {
  if (messaging_service_sid !== undefined) return { MessagingServiceSid: messaging_service_sid };
  return from === undefined ? {} : { From: from };
}
