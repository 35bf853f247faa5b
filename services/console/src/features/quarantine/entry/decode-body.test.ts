import { expect, test } from 'vitest';
import { decodeBody, encodeBody, prettyBody } from './decode-body.ts';

test('a body goes to text and back without loss', () => {
  const text = '{"città": "Forlì 🇮🇹"}';
  expect(decodeBody(encodeBody(text))).toEqual({ text, isText: true });
});

test('bytes that are no UTF-8 are shown all the same, and told as such', () => {
  expect(decodeBody(btoa('caff\u00e8'))).toEqual({ text: 'caffè', isText: false });
});

test.each([
  ['{"a":1}', '{\n  "a": 1\n}'],
  ['nome=Giulia+Bianchi&tel=%2B39', 'nome = Giulia Bianchi\ntel = +39'],
  ['<lead/>', '<lead/>'],
  ['{"a":', '{"a":'],
])('%s is laid out to be read', (text, expected) => {
  expect(prettyBody(text)).toBe(expected);
});
