import { expect, test } from 'vitest';
import { preferredLanguage } from './language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['it', 'it'],
  ['it-IT,it;q=0.9,en-US;q=0.8', 'it'],
  ['en-GB,en;q=0.9,it;q=0.8', 'en'],
  ['de-DE,de;q=0.9,it;q=0.2', 'it'],
  ['en;q=0.3, IT-it ; q=0.7', 'it'],
  ['it;q=0', 'en'],
  ['fr,*;q=0.5', 'en'],
  ['italian', 'en'],
  [';q=1,it;q=x', 'en'],
  [`${'de,'.repeat(200_000)}it`, 'en'],
])('%s is read as %s', (header, language) => expect(preferredLanguage(header)).toBe(language));
