import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

/** The number that the text is, a national one read as one of the country. */
export function parsePhone(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  return parsePhoneNumberFromString(
    text,
    country === undefined ? whole : { defaultCountry: country, ...whole },
  );
}

/** The whole text has to be the number: one found inside other text may be anything. */
const whole = { extract: false } as const;

/** The number where its country has numbers of this length. */
export function possible(phone: PhoneNumber | undefined): PhoneNumber | undefined {
  return phone?.isPossible() === true ? phone : undefined;
}

/** The number where it is of a range in use. */
export function inUse(phone: PhoneNumber | undefined): PhoneNumber | undefined {
  return phone?.isValid() === true ? phone : undefined;
}
