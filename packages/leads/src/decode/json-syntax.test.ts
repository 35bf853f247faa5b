import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeSyntaxError } from './json-syntax.ts';

const taken = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const signs = ['[', ']', '{', '}', '"', ',', ':', '\\', '0', '-', '.', 'e', 't', ' ', '\n'];

/** JSON with one stretch of it replaced: sometimes still valid, mostly broken somewhere in the middle. */
const nearlyJson = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.string({ maxLength: 3, unit: fc.constantFrom(...signs) }),
  )
  .map(([json, at, length, put]) => {
    const start = at % (json.length + 1);
    return json.slice(0, start) + put + json.slice(start + length);
  });

test('finds a problem in exactly those texts that the engine refuses', () =>
  fc.assert(
    fc.property(nearlyJson, (text) => {
      const found = describeSyntaxError(text).reason !== 'unexpected text';
      expect(found).toBe(!taken(text));
    }),
    { numRuns: 2_000 },
  ));

test('a trailing comma is reported where the value after it is missing', () => {
  const { line, column } = describeSyntaxError('{\n  "a": [1, 2,\n  ]\n}');
  expect({ line, column }).toEqual({ line: 3, column: 3 });
});
