import {
  getExampleNumber,
  isSupportedCountry,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type { BesidePhone } from '../detect/beside-phone.ts';
import { absent, invalid, type Field } from './field.ts';
import { readBeside } from './phone-beside.ts';
import { parsePhone, possible } from './parse-phone.ts';
import { isPlainPhone } from './plain-phone.ts';
import { trimText } from './text.ts';

/** Room for any number with separators and an extension; the cost of reading grows with the square of the length. */
const LONGEST = 64;
/** The shortest national number that may be an international one whose plus got lost. */
const LOST_PLUS_DIGITS = 11;
/** `p:` is what Facebook puts before a number, the apostrophe what spreadsheets do. */
const PREFIX = /^(?:'|(?:p|tel|whatsapp):)/i;
/** The country code may stand in brackets, as in `(+39) 333 …`. */
const INTERNATIONAL = /^\(?\s*[+＋]/;

/** Whether national numbers of this ISO 3166-1 country can be read; `UK`, for one, is none (`GB` is). */
export function isPhoneCountry(country: string): boolean {
  return isSupportedCountry(country);
}

/**
 * A function that brings a phone number to E.164. With `+` or `00` it is read as international, else
 * with the codes that stand beside it, else as one of the country, else as an international one whose
 * plus got lost (forms turn it into a blank).
 * A number is taken when it is possible: the ranges in use change faster than any table of them.
 */
export function phoneNormaliser(country: string): (text: string, beside?: () => BesidePhone) => Field {
  const home = isSupportedCountry(country) ? country : undefined;
  return (text, beside) => {
    if (isPlainPhone(text)) return { value: text };
    const given = trimText(text);
    if (given === '') return absent;
    if (given.length > LONGEST) return invalid(problem(country, home));
    const bare = trimText(given.replace(PREFIX, ''));
    const isNational = !INTERNATIONAL.test(bare) && !bare.startsWith('00');
    const completed = isNational && beside !== undefined ? readBeside(bare, beside(), home) : undefined;
    if (completed !== undefined) return { ...fieldOf(completed.phone), completedBy: completed.labels };
    const phone = read(bare, text.startsWith(' '), home);
    return phone === undefined ? invalid(problem(country, home)) : fieldOf(phone);
  };
}

function fieldOf(phone: PhoneNumber): Field {
  return phone.ext === undefined ? { value: phone.number } : { value: phone.number, keepRaw: true };
}

/** Whether the text is a number of a range in use: enough to take it for a phone number where no key says so. */
export function isPhoneInUse(text: string, country: string): boolean {
  const given = trimText(text).replace(PREFIX, '');
  if (given.length > LONGEST) return false;
  return (
    read(given, text.startsWith(' '), isSupportedCountry(country) ? country : undefined)?.isValid() === true
  );
}

function read(text: string, afterBlank: boolean, home: CountryCode | undefined): PhoneNumber | undefined {
  if (INTERNATIONAL.test(text)) return possible(parsePhone(text.replace(INTERNATIONAL, '+'), home));
  if (text.startsWith('00'))
    return possible(parsePhone(`+${text.slice(2)}`, home)) ?? possible(parsePhone(text, home));
  const national = parsePhone(text, home);
  if (national?.isValid() === true) return national;
  const international =
    afterBlank || digits(text) >= LOST_PLUS_DIGITS ? parsePhone(`+${text}`, home) : undefined;
  if (international?.isValid() === true) return international;
  return possible(national) ?? possible(international);
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** Never quotes the number: the message goes to logs and to the sender's own screens. */
function problem(country: string, home: CountryCode | undefined): string {
  const example = getExampleNumber(home ?? 'IT', examples)?.formatInternational() ?? '+39 333 1234567';
  return `is not a phone number that can be reached from ${country}; write it with its country code, such as ${example}`;
}
