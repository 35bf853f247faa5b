import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsSegments } from './sms-segments.ts';

test.each([
  ['', 'GSM-7', 1, 0],
  ['à'.repeat(160), 'GSM-7', 1, 160],
  ['a'.repeat(161), 'GSM-7', 2, 161],
  ['a'.repeat(306), 'GSM-7', 2, 306],
  ['a'.repeat(307), 'GSM-7', 3, 307],
  ['€'.repeat(80), 'GSM-7', 1, 160],
  // 76 pairs fill 152 of 153 septets: the escape is not parted from its character.
  ['€'.repeat(153), 'GSM-7', 3, 306],
  ['ç'.repeat(70), 'UCS-2', 1, 70],
  ['ç'.repeat(71), 'UCS-2', 2, 71],
  ['👋'.repeat(35), 'UCS-2', 1, 70],
  ['👋'.repeat(67), 'UCS-2', 3, 134],
])('%#: %s', (text, encoding, segments, units) => {
  expect(smsSegments(text)).toMatchObject({ encoding, segments, units });
});

test('the characters that are foreign to GSM-7 are told once', () => {
  expect(smsSegments('“a” “b” ç').foreign).toEqual(['“', '”', 'ç']);
});

test('a longer text never takes fewer segments', () => {
  const text = fc.array(fc.constantFrom('a', '€', 'ç', '👋'), { maxLength: 400 });
  fc.assert(
    fc.property(text, (characters) => {
      const whole = smsSegments(characters.join(''));
      const less = smsSegments(characters.slice(0, -1).join(''));
      expect(whole.segments).toBeGreaterThanOrEqual(less.segments);
      expect(whole.segments * 160).toBeGreaterThanOrEqual(whole.units);
    }),
  );
});
