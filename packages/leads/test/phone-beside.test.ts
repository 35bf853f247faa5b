import { expect, test } from 'vitest';
import { detect, fieldsOf } from './detected.ts';

const phoneIn = (body: object, country: string) => fieldsOf(detect(body, country))[1];

test.each<[beside: object]>([
  [{ country_code: '+39' }],
  [{ country_code: '39' }],
  [{ country_code: 39 }],
  [{ countryCode: 'IT' }],
  [{ phone_country: 'it' }],
  [{ 'Phone (country code)': 'Italy (+39)', dial_code: '0039' }],
  [{ Prefisso: '+39' }],
  [{ phone_prefix: '🇮🇹 +39' }],
  [{ country: 'Italy' }],
  [{ Paese: 'Italia' }],
  [{ lead__country: 'IT' }],
])('a number is read with the country that %j states beside it', (beside) => {
  expect(phoneIn({ ...beside, phone: '333 1234567' }, 'US')).toBe('+393331234567');
  expect(phoneIn({ ...beside, 'Il tuo cellulare': '333 1234567' }, 'US')).toBe('+393331234567');
});

test.each<[phone: object]>([
  [{ countryCode: 'IT', number: '3331234567', full: '+393331234567' }],
  [{ country: 'IT', number: '333 1234567' }],
  [{ code: '+39', number: '333 1234567' }],
  [{ prefix: '39', value: '333 1234567' }],
  [{ national: '333 1234567', international: '+39 333 1234567' }],
  [{ e164: '+393331234567', raw: '3331234567', country: { code: 'IT' } }],
])('a phone number in parts is one number: %j', (phone) => {
  expect(phoneIn({ phone }, 'US')).toBe('+393331234567');
  expect(phoneIn({ contact: { name: 'Anna', phones: [phone] } }, 'US')).toBe('+393331234567');
});

test.each<[country: string, body: object, expected: string]>([
  ['US', { area_code: '404', phone: '555-0199' }, '+14045550199'],
  ['BR', { ddd: '11', telefone: '91234-5678' }, '+5511912345678'],
  ['PT', { ddi: '55', ddd: '11', telefone: '91234-5678' }, '+5511912345678'],
  ['IT', { prefisso: '02', telefono: '1234567' }, '+39021234567'],
  ['IT', { phone: { area: '(404)', number: '5550199', code: '1' } }, '+14045550199'],
])('in %s an area code in a field of its own is put before the number: %j', (country, body, expected) =>
  expect(phoneIn(body, country)).toBe(expected),
);

test.each<[beside: object, phone: string, expected: string]>([
  [{ country: 'DE' }, '333 1234567', '+393331234567'],
  [{ country_code: '1' }, '333 1234567', '+393331234567'],
  [{ country_code: 'US', country: 'US' }, '+20 122 220 3198', '+201222203198'],
  [{ country_code: '39' }, '393331234567', '+393331234567'],
  [{ country_code: '44' }, '447911123456', '+447911123456'],
  [{ country_code: '+44' }, '07911 123456', '+447911123456'],
  [{ country_code: 'none', prefix: 'Mr', area: '120' }, '333 1234567', '+393331234567'],
  [{ company: { country_code: 'US' } }, '333 1234567', '+393331234567'],
  [{ country: ['IT'], prefisso: { a: 1 } }, '333 1234567', '+393331234567'],
])('in Italy, with %j beside it, %s is %s', (beside, phone, expected) =>
  expect(phoneIn({ ...beside, phone }, 'IT')).toBe(expected),
);

test('the code beside a number stays where it is, and the reason names it', () => {
  const { lead, explanation } = detect({ phone: '333 1234567', country_code: '+39' }, 'US');
  expect(lead.extra_fields).toEqual({ country_code: '+39' });
  expect(explanation?.reasons.phone).toEqual({
    paths: ['phone'],
    reason: 'The field has this very name. Its code is that of “country_code”.',
  });
});
