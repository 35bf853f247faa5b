import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseFullName } from './full-name.ts';

test.each([
  ['Mario Rossi', 'Mario Rossi'],
  ['  Mario \t\n Rossi\u00a0', 'Mario Rossi'],
  ['\ufeff\u200bMario\u3000Rossi\u200b \ufeff', 'Mario Rossi'],
  ['Mario\u0000 \u0007Rossi\u009f', 'Mario Rossi'],
  ['Nicolo\u0300', 'Nicol\u00f2'],
  ['نازنین\u200cزهرا', 'نازنین\u200cزهرا'],
  ['李 明', '李 明'],
  ["D'Angelo-Müller", "D'Angelo-Müller"],
  [' \u200b\u0000 ', null],
  ['', null],
])('%j becomes %j', (text, name) => expect(normaliseFullName(text)).toEqual({ value: name }));

test('a name past the limit is refused, not cut', () => {
  expect(normaliseFullName('x'.repeat(300)).value).toHaveLength(300);
  expect(normaliseFullName('x'.repeat(301))).toEqual({
    value: null,
    problem: 'is longer than 300 characters',
  });
});

test('a normalised name stays as it is when it is normalised again', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { value } = normaliseFullName(text);
      expect(normaliseFullName(value ?? '')).toEqual({ value });
    }),
  ));
