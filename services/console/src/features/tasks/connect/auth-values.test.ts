import { expect, test } from 'vitest';
import type { Auth } from '../../../api/types.ts';
import { newSecret, toAuth, toAuthValues } from './auth-values.ts';

const kinds: Auth[] = [
  { type: 'none' },
  { type: 'header', name: 'x-key', secrets: ['********'] },
  { type: 'basic', username: 'leads', secrets: ['********', 'new'] },
  { type: 'query', name: 'key', secrets: ['********'] },
  { type: 'body', field: 'google_key', secrets: ['********'] },
  { type: 'hmac', preset: 'meta', secrets: ['********'], verify_token: '********' },
  { type: 'hmac', recipe: { header: 'x-signature' }, secrets: ['********'] },
];

test.each(kinds)('what is not touched in the form is saved as it was: $type', (auth) => {
  expect(toAuth(toAuthValues(auth), auth)).toEqual(auth);
});

test('empty secrets are left out, and made ones are long', () => {
  const values = { ...toAuthValues({ type: 'none' }), type: 'header' as const, secrets: ['', ' a '] };
  expect(toAuth(values, { type: 'none' })).toEqual({
    type: 'header',
    name: 'x-taskhook-key',
    secrets: ['a'],
  });
  expect(newSecret()).toMatch(/^[0-9a-f]{64}$/);
});
