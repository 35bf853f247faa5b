import type { SettingsOf } from '@taskhook/contracts';
import { callOnce, type CallRequest, type Outbound } from '@taskhook/outbound';
import { jsonOf, memberAt } from '../../../json-member.ts';
import type { Delivery, Inquiry } from '../../channel.ts';
import { unknownOutcome } from '../../send-once.ts';
import type { Message } from '../message.ts';
import { messagesUrl, twilioHeaders } from './build-request.ts';

interface LookUp {
  outbound: Outbound;
  settings: SettingsOf<'twilio'>;
  inquiry: Inquiry;
  signal: AbortSignal;
}

const SECOND_MS = 1_000;
const MOST_ASKED = 8;
/** Pauses of half a minute, then twice as long each time: an hour all together. */
const FIRST_PAUSE_MS = 30 * SECOND_MS;
/** Twilio tells times in whole seconds, by a clock of its own. */
const CLOCK_SLACK_MS = 5 * SECOND_MS;

/**
 * Asks Twilio for what it has sent to the number since an attempt was begun. Its own text among that:
 * delivered. Nothing at all: it was not sent, and may be sent again. Something else that nobody knows:
 * the text may have been changed on its way, so that a person has to look.
 */
export async function lookUpMessage(
  { outbound, settings, inquiry, signal }: LookUp,
  message: Message,
  begunAt: number,
): Promise<Delivery> {
  const result = await callOnce(outbound, requestOf(settings, message, begunAt), signal);
  const listed = result.answered && result.status === 200 ? jsonOf(Buffer.from(result.text)) : undefined;
  const messages = memberAt(listed, 'messages');
  if (!Array.isArray(messages)) return askAgain(inquiry);
  const sentTo = messages.flatMap(toSent);
  const since = begunAt - CLOCK_SLACK_MS;
  const isWhole = memberAt(listed, 'next_page_uri') === null || sentTo.some(({ at }) => at < since);
  const unclaimed: SentMessage[] = [];
  for (const sent of sentTo) {
    if (sent.at < since) continue;
    const owner = await inquiry.ownerOf({ provider: 'twilio', id: sent.sid });
    // Its worker was lost after Twilio had answered.
    if (owner === 'this step') return found(sent);
    if (owner === undefined) unclaimed.push(sent);
  }
  return verdictOf(unclaimed, message, isWhole);
}

function requestOf(settings: SettingsOf<'twilio'>, { to }: Message, begunAt: number): CallRequest {
  const day = new Date(begunAt - CLOCK_SLACK_MS).toISOString().slice(0, 10);
  const query = new URLSearchParams({ To: to, 'DateSent>': day, PageSize: '20' });
  return {
    method: 'GET',
    url: `${messagesUrl(settings)}?${query.toString()}`,
    headers: twilioHeaders(settings),
  };
}

interface SentMessage {
  sid: string;
  text: string;
  at: number;
}

function toSent(value: unknown): SentMessage[] {
  const [sid, text, made] = ['sid', 'body', 'date_created'].map((name) => memberAt(value, name));
  const direction = memberAt(value, 'direction');
  if (typeof sid !== 'string' || typeof text !== 'string' || direction === 'inbound') return [];
  const at = Date.parse(String(made));
  // One whose time cannot be read may be of this attempt.
  return [{ sid, text, at: Number.isNaN(at) ? Number.POSITIVE_INFINITY : at }];
}

/** A page that does not reach back to the attempt does not show that it was not made. */
function verdictOf(unclaimed: readonly SentMessage[], { text }: Message, isWhole: boolean): Delivery {
  const own = unclaimed.find((sent) => isSameText(sent.text, text));
  if (own !== undefined) return found(own);
  if (unclaimed.length > 0 || !isWhole) {
    return unknownOutcome(null, 'Twilio has sent this number a message that may be this one.');
  }
  const message = 'A worker was lost or the call broke off, and Twilio has not sent the message.';
  return { outcome: 'retry', status_code: null, error: { code: 'connection_failed', message } };
}

function found({ sid }: SentMessage): Delivery {
  const answer = 'Found among the messages that Twilio has sent.';
  return { outcome: 'delivered', status_code: null, error: null, providerId: sid, answer };
}

/** A trial account puts words of Twilio's in front. */
function isSameText(sent: string, text: string): boolean {
  return sent.trim() === text.trim() || sent.trim().endsWith(` - ${text.trim()}`);
}

function askAgain({ asked }: Inquiry): Delivery {
  const unknown = unknownOutcome(null, 'Twilio could not be asked what became of the message.');
  if (asked >= MOST_ASKED) return unknown;
  return { ...unknown, askAt: Date.now() + FIRST_PAUSE_MS * 2 ** asked };
}
