import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { words } from './words.ts';

/** A country as an ISO 3166-1 code or as the digits that are dialled for it. */
export type StatedCountry = { iso: CountryCode } | { dial: string };

const LONGEST = 60;
/** `+39`, `Italy (+39)`, and `+1-242`, which is a country within the numbering plan of another. */
const DIAL = /\+\s?([1-9]\d{0,3})(?:[ -](\d{3}))?(?!\d)/;
const DIGITS = /^(?:00)?([1-9]\d{0,3})$/;
const ISO = /^[a-z]{2}$/i;
const LANGUAGES = ['en', 'it', 'es', 'fr', 'de', 'pt', 'pl'];
const otherNames: Record<string, CountryCode> = {
  uk: 'GB',
  usa: 'US',
  england: 'GB',
  'united states of america': 'US',
  'great britain': 'GB',
  holland: 'NL',
};

let names: Map<string, CountryCode> | undefined;

/** The country that a text names by its dialling code, its ISO code or its name; undefined where it is none. */
export function countryOfText(text: string): StatedCountry | undefined {
  const given = text.trim();
  if (given === '' || given.length > LONGEST) return undefined;
  const dial = DIAL.exec(given);
  if (dial !== null) return { dial: `${dial[1]}${dial[2] ?? ''}` };
  const digits = DIGITS.exec(given)?.[1];
  if (digits !== undefined) return { dial: digits };
  const iso = ISO.test(given) ? given.toUpperCase() : undefined;
  if (iso !== undefined && isSupportedCountry(iso)) return { iso };
  const named = countryOfName(words(given).join(' '));
  return named === undefined ? undefined : { iso: named };
}

function countryOfName(name: string): CountryCode | undefined {
  names ??= countryNames();
  return otherNames[name] ?? names.get(name);
}

/** Takes some milliseconds, once, where a sender first names a country. */
function countryNames(): Map<string, CountryCode> {
  const known = new Map<string, CountryCode>();
  for (const language of LANGUAGES) {
    const regions = new Intl.DisplayNames(language, { type: 'region' });
    for (const country of getCountries()) known.set(words(regions.of(country) ?? '').join(' '), country);
  }
  return known;
}
