import type { SettingsOf } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Mail } from '@taskhook/outbound';
import type { RenderedFor } from '../channel.ts';

/** One address and nothing that could make it two, or a header. */
const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/;

/** The mail of a rendered step. Throws `invalid_recipient` or `invalid_message`. */
export function buildMail(
  rendered: RenderedFor<'email'>,
  settings: SettingsOf<'smtp'>,
  idempotencyKey: string,
): Mail {
  const { to, subject, text, html, reply_to, unsubscribe_url } = rendered;
  if (!ADDRESS.test(to)) throw new TaskhookError('invalid_recipient', recipientProblem(to));
  if (subject === '') throw invalid('The rendered subject is empty.');
  if (text.trim() === '' && (html ?? '').trim() === '') throw invalid('The rendered mail is empty.');
  const from = mailbox(settings.from);
  const replyTo = reply_to === undefined || reply_to === '' ? settings.reply_to : reply_to;
  return {
    from,
    to,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    ...(replyTo === undefined ? {} : { replyTo: replyMailbox(replyTo) }),
    messageId: `<${idempotencyKey}@${from.address.split('@')[1]}>`,
    headers: unsubscribeHeaders(unsubscribe_url),
  };
}

function recipientProblem(to: string): string {
  return `The rendered recipient ${to === '' ? 'is empty' : 'is not one e-mail address'}.`;
}

/** `Corso <info@corso.example>` in its two parts. */
function mailbox(text: string): { name: string; address: string } {
  const match = /^(.*)<([^<>]+)>$/.exec(text.trim());
  const name = (match?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1');
  return { name, address: match?.[2] ?? text.trim() };
}

function replyMailbox(text: string): { name: string; address: string } {
  const parts = mailbox(text);
  if (ADDRESS.test(parts.address)) return parts;
  throw invalid('The rendered reply_to is not one e-mail address.');
}

/** RFC 2369; RFC 8058 for the click that asks nothing. A URL holds no line break once it is parsed. */
function unsubscribeHeaders(text: string | undefined): Record<string, string> {
  if (text === undefined || text === '') return {};
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:', 'mailto:'].includes(url.protocol)) {
    throw invalid('The rendered unsubscribe_url is no address that starts with https:// or mailto:.');
  }
  const list = { 'List-Unsubscribe': `<${url.href.replace(/[<>]/g, encodeURIComponent)}>` };
  return url.protocol === 'https:'
    ? { ...list, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : list;
}

function invalid(message: string): TaskhookError {
  return new TaskhookError('invalid_message', message);
}
