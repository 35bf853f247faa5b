import { expect, test } from 'vitest';
import { isPhoneCountry, phoneNormaliser } from './phone.ts';

test.each([
  ['+39 333 1234567', 'IT', '+393331234567'],
  ['333 1234567', 'IT', '+393331234567'],
  ['333/123.45-67', 'IT', '+393331234567'],
  ['02 1234567', 'IT', '+39021234567'],
  ['00393331234567', 'IT', '+393331234567'],
  ['0039 333 1234567', 'US', '+393331234567'],
  ['011 39 333 1234567', 'US', '+393331234567'],
  ['393331234567', 'IT', '+393331234567'],
  ['447911123456', 'IT', '+447911123456'],
  [' 447911123456', 'IT', '+447911123456'],
  [' 4520123456', 'IT', '+4520123456'],
  [' 3201234567', 'IT', '+393201234567'],
  ['(+39) 333 1234567', 'US', '+393331234567'],
  ['＋39 333 1234567', 'US', '+393331234567'],
  ['p:+393331234567', 'US', '+393331234567'],
  ['tel:+39-333-1234567', 'US', '+393331234567'],
  ["'+393331234567", 'US', '+393331234567'],
  ['\u202a+39 333 1234567\u202c', 'US', '+393331234567'],
  ['٣٣٣١٢٣٤٥٦٧', 'IT', '+393331234567'],
  ['(201) 555-0123', 'US', '+12015550123'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['+44 (0)20 7946 0958', 'IT', '+442079460958'],
  ['+39 333 1234567', 'ZZ', '+393331234567'],
])('%j from %s is %s', (text, country, number) =>
  expect(phoneNormaliser(country)(text)).toEqual({ value: number }),
);

test.each([
  ['123', 'IT'],
  ['p:', 'IT'],
  ['call 333 1234567', 'IT'],
  ['3331234567 3347654321', 'IT'],
  ['3.331234567E9', 'IT'],
  ['+999 1234567', 'IT'],
  ['3331234567', 'ZZ'],
  ['mario@example.com', 'IT'],
  ['9'.repeat(100_000), 'IT'],
])('%s is no phone number from %s', (text, country) =>
  expect(phoneNormaliser(country)(text)).toMatchObject({ value: null, problem: expect.any(String) }),
);

test('the problem names the country and an example, and never quotes the number', () =>
  expect(phoneNormaliser('US')('12345')).toEqual({
    value: null,
    problem:
      'is not a phone number that can be reached from US; write it with its country code, such as +1 201 555 0123',
  }));

test('an extension, which E.164 cannot hold, asks for the raw text to be kept', () =>
  expect(phoneNormaliser('IT')('+39 333 1234567 ext. 5')).toEqual({ value: '+393331234567', keepRaw: true }));

test('an empty text is no phone number at all', () =>
  expect(phoneNormaliser('IT')(' \u200b')).toEqual({ value: null }));

test('a country is known by its ISO code only', () => {
  expect(isPhoneCountry('GB')).toBe(true);
  expect(isPhoneCountry('UK')).toBe(false);
});
