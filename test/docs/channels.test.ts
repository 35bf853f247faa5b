import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  channels,
  ConnectionInput,
  connectionProviders,
  providers,
  Step,
  validator,
} from '@taskhook/contracts';

const page = readFileSync(join(import.meta.dirname, '../../docs/channels.md'), 'utf8');

/** The examples of the page, with something in place of what they leave out. */
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, text = '']) => JSON.parse(text.replaceAll(/\b(conn_|AC)…/g, filled)) as Record<string, unknown>,
);

function filled(_match: string, prefix: string): string {
  return prefix === 'AC' ? `AC${'0'.repeat(32)}` : `conn_${'0'.repeat(26)}`;
}

test.each(examples)('the example %j is one that is taken', (example) => {
  const check = validator('channel' in example ? Step : ConnectionInput);
  expect(check(example)).toEqual({ ok: true, value: example });
});

test('there is an example of every connection that sends, and of every channel that has one', () => {
  const senders = connectionProviders.filter((name) => !(providers as readonly string[]).includes(name));
  expect(new Set(examples.flatMap(({ provider }) => provider ?? []))).toEqual(new Set(senders));
  const withConnection = channels.filter((name) => name !== 'preview' && name !== 'http');
  expect(new Set(examples.flatMap(({ channel }) => channel ?? []))).toEqual(new Set(withConnection));
});
