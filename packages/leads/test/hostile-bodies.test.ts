import { expect, test } from 'vitest';
import { limits, withTaskDefaults } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { compileIntake } from '../src/index.ts';

const MAX_MS = 50;
const TRIES = 5;
const read = compileIntake(withTaskDefaults({ name: 'Test' }).lead, 'generic');

const fill = (unit: string) => unit.repeat(Math.floor((limits.bodyBytes - 64) / unit.length));
const field = (name: string, text: string) => `{"${name}":"${text}"}`;
const manyKeys = (): string => {
  let body = '{"0":0';
  for (let at = 1; body.length < limits.bodyBytes - 64; at++) body += `,"${at.toString(36)}":0`;
  return `${body}}`;
};

const bodies: Record<string, string> = {
  'brackets that never close': fill('['),
  'deep lists': fill('[') + fill(']'),
  'deep objects': fill('{"a":'),
  'a key for every few bytes': manyKeys(),
  'empty objects': `[${fill('{},')}{}]`,
  'one long number': fill('7'),
  'one long fraction': `{"a":0.${fill('0')}1}`,
  'a long run of zeros inside a number': `{"a":1.${fill('0')}1}`,
  'a huge exponent': `{"a":1e${fill('9')}}`,
  'long numbers in a list': `[${'1234567890123456789,'.repeat(19_000)}0]`,
  'one long string': field('a', fill('x')),
  escapes: field('a', fill(String.raw`\u0041`)),
  'lone surrogates': field('a', fill(String.raw`\ud800`)),
  'a string that never closes': `{"a":"${fill(String.raw`\"`)}`,
  'a mistake at the end': `{"a":"${fill('x')}" "b"}`,
  'line breaks, then a mistake': `{${fill('\n')}x`,
  'blanks in a name': field('full_name', `${fill(' ')}x`),
  'zero-width characters in a name': field('full_name', `x${'\u200b'.repeat(300_000)}x`),
  'combining marks in a name': field('full_name', 'a\u0300\u0315'.repeat(180_000)),
  'a long phone number': field('phone', fill('1 ')),
  'a phone number of plus signs': field('phone', fill('+')),
  'a long e-mail': field('email', fill('a.')),
  'an e-mail of at signs': field('email', fill('@')),
  'a long domain': field('email', `a@${fill('a-')}`),
  'a long domain beyond ASCII': field('email', `a@${'ü'.repeat(400_000)}.de`),
  'bad bytes after many replacement characters': `${'\ufffd'.repeat(300_000)}\ud800`,
};

test.each(Object.entries(bodies))('%s cost no more than 50 ms of processor time', (_name, text) => {
  const body = Buffer.from(text);
  // The best of several tries: the machine may be busy, a quadratic cost is there every time.
  const best = Math.min(...Array.from({ length: TRIES }, () => duration(body)));
  expect(best).toBeLessThan(MAX_MS);
});

test('a full request of unreadable phone numbers costs no more than a quarter of a second', () => {
  const leads = Array.from({ length: limits.leadsPerRequest }, () => ({ phone: `${'1 '.repeat(124)}a` }));
  const body = Buffer.from(JSON.stringify(leads));
  expect(Math.min(...Array.from({ length: TRIES }, () => duration(body)))).toBeLessThan(250);
});

function duration(body: Uint8Array): number {
  const start = process.threadCpuUsage();
  try {
    read({ method: 'POST', headers: {}, query: '', body });
  } catch (error) {
    if (!(error instanceof TaskhookError)) throw error;
  }
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000;
}
