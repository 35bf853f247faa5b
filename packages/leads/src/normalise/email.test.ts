import { expect, test } from 'vitest';
import { normaliseEmail } from './email.ts';

const label = 'd'.repeat(63);

test.each([
  ['mario@example.com', 'mario@example.com'],
  [' Mario.Rossi+Ads@Example.COM\u200b', 'mario.rossi+ads@example.com'],
  ['mailto:mario@example.com', 'mario@example.com'],
  ['MAILTO: mario@example.com', 'mario@example.com'],
  ['josé@example.com', 'josé@example.com'],
  ['info@münchen.de', 'info@xn--mnchen-3ya.de'],
  ['info@例え.テスト', 'info@xn--r8jz45g.xn--zckzah'],
  [`${'l'.repeat(64)}@example.com`, `${'l'.repeat(64)}@example.com`],
])('%j becomes %s', (text, email) => expect(normaliseEmail(text)).toEqual({ value: email }));

test.each([
  'mario',
  'mailto:',
  'mario@',
  '@example.com',
  'mario@localhost',
  'mario@@example.com',
  'mario@rossi@example.com',
  'mario rossi@example.com',
  'mario@example.com, anna@example.com',
  'mario@example..com',
  'mario@example.com.',
  'mario@-example.com',
  'mario@exa_mple.com',
  'mario@1.2.3.4',
  'mario@example.com\r\nBcc: x@y.it',
  'mario@%65xample.com',
  `${'l'.repeat(65)}@example.com`,
  `mario@${label}d.com`,
  `mario@${label}.${label}.${label}.${label}.com`,
])('%j is not an e-mail address', (text) =>
  expect(normaliseEmail(text)).toEqual({ value: null, problem: 'is not an e-mail address' }),
);

test.each(['', ' \u200b '])('%j is no e-mail address at all', (text) =>
  expect(normaliseEmail(text)).toEqual({ value: null }),
);
