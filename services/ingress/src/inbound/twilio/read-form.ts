import { readMessageRef, type ReceiptState } from '@taskhook/contracts';
import type { Told, ToldReceipt, ToldReply } from '../told.ts';

/** What a form post of Twilio tells. `ref` is the attempt that its address names. */
export function readTwilioForm(form: URLSearchParams, ref: string | null, now: number): Told[] {
  const id = form.get('MessageSid') ?? form.get('SmsSid');
  if (id === null || !/^[\w-]{1,64}$/.test(id)) return [];
  const message = { provider: 'twilio', id };
  const status = form.get('MessageStatus') ?? form.get('SmsStatus') ?? '';
  if (status === 'received') return readReply(form, message, now);
  return readReceipt(form, { message, ref: readMessageRef(ref ?? ''), status, now });
}

/** https://www.twilio.com/docs/messaging/api/message-resource#message-status-values; others are still under way. */
const states: Readonly<Record<string, ReceiptState>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
};

function readReceipt(
  form: URLSearchParams,
  { message, ref, status, now }: Pick<ToldReceipt, 'message' | 'ref'> & { status: string; now: number },
): Told[] {
  const state = states[status];
  if (state === undefined) return [];
  return [{ kind: 'receipt', message, ref, state, code: codeOf(form.get('ErrorCode')), at: now }];
}

function codeOf(text: string | null): string | null {
  return text !== null && /^\w{1,32}$/.test(text) ? text : null;
}

/** A number on WhatsApp has the channel before it. */
function readReply(form: URLSearchParams, message: ToldReply['message'], now: number): Told[] {
  const [, whatsapp, address] = /^(whatsapp:)?(\+[1-9]\d{6,14})$/.exec(form.get('From') ?? '') ?? [];
  if (address === undefined) return [];
  const text = form.get('Body') ?? '';
  return [
    {
      kind: 'reply',
      message,
      channel: whatsapp === undefined ? 'sms' : 'whatsapp',
      from: { kind: 'phone', address },
      text: text === '' ? null : text,
      at: now,
    },
  ];
}
