import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import type { BesidePhone } from '../detect/beside-phone.ts';
import type { StatedCountry } from '../detect/country-text.ts';
import { inUse, parsePhone, possible } from './parse-phone.ts';

/** A number that was completed by what stands beside it. */
export interface CompletedPhone {
  phone: PhoneNumber;
  /** The keys of what completed it. */
  labels: string[];
}

/**
 * A national number with the country or area code beside it; undefined where it is to be read by
 * itself. A code that speaks of the number comes before the task's country, where somebody lives only
 * comes after it: a number that fits both would else go to a stranger.
 */
export function readBeside(
  text: string,
  { country, area }: BesidePhone,
  home: CountryCode | undefined,
): CompletedPhone | undefined {
  if (country === undefined && area === undefined) return undefined;
  const abroad = country === undefined ? [] : [text, ...(area === undefined ? [] : [area.digits + text])];
  const there = abroad.map((national) => inCountry(national, country?.value));
  const labels = country === undefined ? [] : [country.label];
  const stated = there.map(inUse).find((phone) => phone !== undefined);
  if (stated !== undefined && country?.ofNumber === true) return { phone: stated, labels };
  const withArea = area === undefined ? undefined : inUse(parsePhone(area.digits + text, home));
  if (area !== undefined && withArea !== undefined) return { phone: withArea, labels: [area.label] };
  if (inUse(parsePhone(text, home)) !== undefined) return undefined;
  if (stated !== undefined) return { phone: stated, labels };
  const likely =
    country?.ofNumber === true ? there.map(possible).find((phone) => phone !== undefined) : undefined;
  return likely === undefined ? undefined : { phone: likely, labels };
}

function inCountry(text: string, country: StatedCountry | undefined): PhoneNumber | undefined {
  if (country === undefined) return undefined;
  if ('iso' in country) return parsePhone(text, country.iso);
  const again = text.startsWith(country.dial) ? inUse(parsePhone(`+${text}`, undefined)) : undefined;
  return (
    inUse(parsePhone(`+${country.dial}${text}`, undefined)) ??
    again ??
    parsePhone(`+${country.dial}${text}`, undefined)
  );
}
