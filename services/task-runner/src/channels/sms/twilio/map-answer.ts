import type { Delivery } from '../../channel.ts';
import { jsonOf, memberAt } from '../../../json-member.ts';
import { taken } from '../../taken.ts';
import { unknownOutcome, type Answered } from '../../send-once.ts';
import { deliveryOf, later, refused, rejected, throttled, type Verdict } from '../../verdict.ts';

/** What an answer of Twilio means. Codes: https://www.twilio.com/docs/api/errors */
export function mapTwilioAnswer(answer: Answered): Delivery {
  const { status } = answer;
  const body = jsonOf(Buffer.from(answer.text));
  if (status >= 200 && status < 300) return taken(status, memberAt(body, 'sid'));
  const code = Number(memberAt(body, 'code') ?? Number.NaN);
  if (!Number.isInteger(code) && status >= 500 && status !== 503) {
    return unknownOutcome(status, `Something before Twilio answered ${status}.`);
  }
  return deliveryOf(verdictOf(status, code), answer);
}

function verdictOf(status: number, code: number): Verdict {
  const seen = Number.isInteger(code) ? `error ${code}` : String(status);
  const known = verdicts[code]?.(seen);
  if (known !== undefined) return known;
  if (status === 401 || status === 403) return refused(`Twilio does not take the credentials (${seen}).`);
  if (status === 429) return throttled(`Twilio asks for fewer calls (${seen}).`);
  if (status >= 500) return later(`Twilio could not take the message (${seen}).`);
  return rejected(`Twilio does not take the message (${seen}).`);
}

const account = (what: string) => (seen: string) => refused(`${what} (${seen}).`);
const number = (what: string) => (seen: string) => rejected(`${what} (${seen}).`, 'invalid_recipient');
const message = (what: string) => (seen: string) => rejected(`${what} (${seen}).`);
const slower = (seen: string) => throttled(`Twilio asks for fewer messages (${seen}).`);
const notNow = (seen: string) => later(`Twilio could not take the message (${seen}).`);

const verdicts: Readonly<Record<number, (seen: string) => Verdict>> = {
  20003: account('Twilio does not take the credentials: save the right ones, then replay the run'),
  20005: account('The Twilio account is not active'),
  20404: account('Twilio does not know the account of the connection'),
  20429: slower,
  20500: notNow,
  20503: notNow,
  14107: slower,
  21211: number('Twilio says that the number is not valid'),
  21212: account('The sender of the connection is not valid'),
  21217: number('Twilio says that the number is not valid'),
  21408: message('The Twilio account may not send to this country'),
  21603: account('The connection has no sender'),
  21606: account('The sender of the connection is none of the account, or cannot send SMS'),
  21608: message('A trial account may send to verified numbers only'),
  21610: message('The person has opted out of messages of this sender'),
  21611: slower,
  21612: number('Twilio cannot reach the number from this sender'),
  21614: number('The number is not one of a mobile phone'),
  21617: message('The text is too long'),
  21703: account('The messaging service of the connection has no sender'),
  30001: slower,
  30002: account('The Twilio account is suspended'),
  30022: slower,
  63038: slower,
};
