import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { allowanceOf } from '../allowance.ts';
import { templateError } from '../failure.ts';
import type { FilterHandler } from './guard.ts';
import { textOf } from './words.ts';

/** The cost of reading a number grows with the square of its length. */
const LONGEST = 64;
/** About a tenth of a millisecond. */
const UNITS = 1_000;

/**
 * A phone number in the style `international` (the default), `national` or `e164`. One without its
 * country code is read as one of `country`, where that is given. What is no number stands as it is.
 */
export const phoneFormat: FilterHandler = function phoneFormat(value, style, country) {
  const write = styles.get(textOf(style).toLowerCase() || 'international');
  if (write === undefined) throw unknownStyle();
  const text = textOf(value);
  if (text.length > LONGEST) return text;
  allowanceOf(this.context).spend(UNITS);
  const phone = parsePhoneNumberFromString(text, { ...home(country), extract: false });
  return phone?.isPossible() === true ? write(phone) : text;
};

const styles = new Map<string, (phone: PhoneNumber) => string>([
  ['e164', (phone) => phone.number],
  ['international', (phone) => phone.formatInternational()],
  ['national', (phone) => phone.formatNational()],
]);

function home(country: unknown): { defaultCountry?: CountryCode } {
  const code = textOf(country).toUpperCase();
  return isSupportedCountry(code) ? { defaultCountry: code } : {};
}

function unknownStyle() {
  const message = 'gives phone_format a style that is not national, international or e164';
  return templateError('template_failed', [{ field: '', message }]);
}
