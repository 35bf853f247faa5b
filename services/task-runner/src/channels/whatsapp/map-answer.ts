import { jsonOf, memberAt } from '../../json-member.ts';
import type { Delivery } from '../channel.ts';
import { taken } from '../taken.ts';
import { unknownOutcome, type Answered } from '../send-once.ts';
import { deliveryOf, later, refused, rejected, throttled, type Verdict } from '../verdict.ts';

/**
 * What an answer of the Cloud API means. Codes:
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export function mapAnswer(answer: Answered): Delivery {
  const { status } = answer;
  const body = jsonOf(Buffer.from(answer.text));
  if (status >= 200 && status < 300) return taken(status, memberAt(body, 'messages', 0, 'id'));
  const code = Number(memberAt(body, 'error', 'code') ?? Number.NaN);
  if (!Number.isInteger(code) && status >= 500 && status !== 503) {
    return unknownOutcome(status, `Something before WhatsApp answered ${status}.`);
  }
  return deliveryOf(verdictOf(status, code), answer);
}

function verdictOf(status: number, code: number): Verdict {
  const seen = Number.isInteger(code) ? `error ${code}` : String(status);
  const known = verdicts[code]?.(seen);
  if (known !== undefined) return known;
  if (status === 401 || (code >= 200 && code < 300)) return notAllowed(seen);
  if (status === 429 || (code >= 80_000 && code < 81_000)) return slower(seen);
  if (status >= 500) return notNow(seen);
  return rejected(`WhatsApp does not take the message (${seen}).`);
}

const notAllowed = (seen: string) =>
  refused(
    `The access token of the connection may not send messages (${seen}): save another, then replay the run.`,
  );
const slower = (seen: string) => throttled(`WhatsApp asks for fewer messages (${seen}).`);
const notNow = (seen: string) => later(`WhatsApp could not take the message (${seen}).`);
const account = (what: string) => (seen: string) => refused(`${what} (${seen}).`);
const message = (what: string) => (seen: string) => rejected(`${what} (${seen}).`);
const person = (what: string) => (seen: string) => rejected(`${what} (${seen}).`, 'invalid_recipient');

const expired = (seen: string) =>
  refused(
    `WhatsApp no longer takes the access token of the connection (${seen}): save a new one, then replay the run.`,
  );
const template = message('The template is not there in this language, or not as the step fills it');

const verdicts: Readonly<Record<number, (seen: string) => Verdict>> = {
  0: expired,
  1: notNow,
  2: notNow,
  3: notAllowed,
  4: slower,
  10: notAllowed,
  190: expired,
  368: account('The account is blocked for a breach of policy'),
  130429: slower,
  130472: message('Meta keeps the number out of marketing messages for an experiment'),
  131000: notNow,
  131005: notAllowed,
  131008: template,
  131016: notNow,
  131021: person('The recipient is the sender'),
  131026: person('The number has no WhatsApp, or has not taken its terms'),
  131030: person('A test number may write to the numbers of its list only'),
  131031: account('The account is locked'),
  131042: account('The account has a payment problem'),
  131045: account('The number of the connection is not registered'),
  131047: message('The person has not written within 24 hours: only a template may be sent'),
  131048: slower,
  131049: message('Meta holds back marketing messages from this person for now'),
  131050: message('The person has stopped marketing messages of this sender'),
  131056: slower,
  131057: notNow,
  132000: template,
  132001: template,
  132005: template,
  132007: template,
  132012: template,
  132015: message('The template is paused for its quality'),
  132016: message('The template is switched off for its quality'),
  133004: notNow,
  133010: account('The number of the connection is not registered'),
  133016: slower,
};
