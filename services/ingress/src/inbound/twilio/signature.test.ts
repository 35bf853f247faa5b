import { expect, test } from 'vitest';
import { isSignedByTwilio } from './signature.ts';

const URL_OF_EXAMPLE = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const form = new URLSearchParams({
  CallSid: 'CA1234567890ABCDE',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
  Caller: '+14158675309',
});

test("the example of Twilio's documentation is signed", () => {
  expect(isSignedByTwilio('12345', URL_OF_EXAMPLE, form, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')).toBe(true);
});

test('a field that comes several times counts by its values, each once', () => {
  const repeated = new URLSearchParams([
    ['Sid', 'CA123'],
    ['SidAccount', 'AC123'],
    ['Digits', '5678'],
    ['Digits', '1234'],
    ['Digits', '1234'],
  ]);
  expect(isSignedByTwilio('12345', URL_OF_EXAMPLE, repeated, 'IK+Dwps556ElfBT0I3Rgjkr1wJU=')).toBe(true);
});

test.each([
  ['another token', '1234', URL_OF_EXAMPLE, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['another address', '12345', `${URL_OF_EXAMPLE}0`, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['no signature', '12345', URL_OF_EXAMPLE, undefined],
  ['half a signature', '12345', URL_OF_EXAMPLE, 'RSOYDt4T1cU='],
])('nothing is signed with %s', (_what, token, url, signature) => {
  expect(isSignedByTwilio(token, url, form, signature)).toBe(false);
});
