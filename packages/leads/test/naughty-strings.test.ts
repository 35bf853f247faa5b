import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withTaskDefaults } from '@taskhook/contracts';
import { compileIntake, type LeadResult } from '../src/index.ts';

const file = join(import.meta.dirname, '../../../test/suites/blns.json');
const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
const { lead: rules } = withTaskDefaults({ name: 'Test', lead: { required: [] } });
const read = compileIntake(rules, 'generic');

function intake(body: unknown): LeadResult | undefined {
  const outcome = read({ method: 'POST', headers: {}, query: '', body: Buffer.from(JSON.stringify(body)) });
  return outcome.type === 'leads' ? outcome.leads[0] : undefined;
}

const blank = String.raw`[\p{White_Space}\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*`;

/** The documented changes to a name, said in another way: code point by code point. */
function expectedName(text: string): string | null {
  const visible = Array.from(text)
    .filter((char) => !/\p{Cc}/u.test(char) || /\p{White_Space}/u.test(char))
    .join('');
  const words = visible.split(/\p{White_Space}+/u).join(' ');
  const trimmed = new RegExp(`^${blank}(.*?)${blank}$`, 'su').exec(words)?.[1] ?? '';
  return trimmed.normalize('NFC') || null;
}

test('there are naughty strings', () => expect(strings.length).toBeGreaterThan(500));

test.each(strings)('%j is kept as an extra field exactly as it was sent', (text) =>
  expect(intake({ text, extra_fields: { [`key ${text}`]: [text] } })).toMatchObject({
    ok: true,
    lead: { extra_fields: { text, [`key ${text}`]: [text] } },
  }),
);

test.each(strings)('%j is kept as a name, but for white space, control characters and NFC', (text) => {
  const name = expectedName(text);
  const tooLong = name !== null && name.length > 300;
  expect(intake({ full_name: text })).toMatchObject({
    ok: true,
    lead: tooLong ? { full_name: null, extra_fields: { full_name_raw: text } } : { full_name: name },
  });
});

test.each(strings)('%j as phone and e-mail gives a valid value or is kept as raw', (text) => {
  const result = intake({ phone: text, email: text });
  if (result?.ok !== true) throw new Error('A lead without required fields cannot fail.');
  const { phone, email, extra_fields } = result.lead;
  const raw = new RegExp(`^${blank}$`, 'u').test(text) ? undefined : text;
  expect(phone ?? extra_fields['phone_raw']).toSatisfy((value) => value === raw || isE164(value));
  expect(email ?? extra_fields['email_raw']).toSatisfy((value) => value === raw || isEmail(value));
});

const isE164 = (value: unknown) => /^\+[1-9]\d{4,14}$/.test(String(value));
const isEmail = (value: unknown) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(value));
