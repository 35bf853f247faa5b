import { expect, test } from 'vitest';
import { preferredLanguage } from './languages.ts';

test.each([
  [null, ['it-IT', 'en'], 'it'],
  [null, ['de-DE', 'it'], 'it'],
  [null, ['de-DE'], 'en'],
  ['en', ['it-IT'], 'en'],
  ['xx', ['it-IT'], 'it'],
  [null, [], 'en'],
])('chosen %j, in a browser set to %j, the console speaks %s', (chosen, browser, shown) => {
  expect(preferredLanguage(chosen, browser)).toBe(shown);
});
