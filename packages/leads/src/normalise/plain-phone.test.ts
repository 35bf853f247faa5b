import * as fc from 'fast-check';
import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { parsePhone, possible } from './parse-phone.ts';
import { isPlainPhone } from './plain-phone.ts';

/** What the library makes of it: the number, and whether there is more to the text. */
const read = (text: string) => {
  const phone = possible(parsePhone(text, 'IT'));
  return { number: phone?.number, ext: phone?.ext };
};

const codes = [...new Set(getCountries().map((country) => getCountryCallingCode(country)))];
const digits = (max: number) => fc.stringMatching(new RegExp(`^\\d{0,${max}}$`));

test('what is plain is the number that the library reads, for every calling code', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.constantFrom(...codes), digits(13), (code, national) => {
      const text = `+${code}${national}`;
      if (!isPlainPhone(text)) return;
      plain += 1;
      expect(read(text)).toEqual({ number: text, ext: undefined });
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(1_000);
});

test('nearly every mobile number is plain', () => {
  const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples)?.number ?? []);
  expect(numbers.filter((number) => isPlainPhone(number)).length).toBeGreaterThan(0.9 * numbers.length);
});

test.each([
  '+3933312345678901',
  '393331234567',
  '+39 3331234567',
  '+442079460',
  '+4402079460958',
  '+9991234567',
  '',
])('%j has to be read', (text) => expect(isPlainPhone(text)).toBe(false));
