import type { Auth, HmacAuth } from '@taskhook/contracts';
import { expect, test } from 'vitest';
import { authProblems } from './problems.ts';

const complete = { header: 'X-Sig', algorithm: 'sha256', encoding: 'hex', signed: '{body}' } as const;

test.each<Auth>([
  { type: 'none' },
  { type: 'header', name: 'X-Key', secrets: ['a b', 'Bearer x'] },
  { type: 'basic', username: 'leads', secrets: ['p:w', 'città'] },
  { type: 'query', name: 'key', secrets: ['città'] },
  { type: 'body', field: 'google_key', secrets: ['k'] },
  { type: 'hmac', preset: 'meta', secrets: ['s'], verify_token: 't' },
  { type: 'hmac', recipe: complete, secrets: ['s'] },
])('$type that works has no problem', (auth) => {
  expect(authProblems(auth)).toEqual([]);
});

test.each<[string, Auth]>([
  ['auth.secrets.1', { type: 'header', name: 'X-Key', secrets: ['ok', 'città'] }],
  ['auth.secrets.0', { type: 'header', name: 'X-Key', secrets: [' k'] }],
  ['auth.username', { type: 'basic', username: 'a:b', secrets: ['p'] }],
  ['auth.secrets.0', { type: 'hmac', preset: 'standard-webhooks', secrets: ['whsec_'] }],
  ['auth.secrets.0', { type: 'hmac', preset: 'standard-webhooks', secrets: ['whsec_ä'] }],
  ['auth.recipe.timestamp', hmac({ signed: '{timestamp}.{body}' })],
  ['auth.recipe.timestamp', hmac({ signed: '{timestamp}.{body}', timestamp: { unit: 's' } })],
  ['auth.recipe.field', hmac({ signed: '{timestamp}.{body}', timestamp: { field: 't' } })],
  ['auth.recipe.signed', hmac({ timestamp: { header: 'X-Time' } })],
  ['auth.recipe.signed', hmac({ signed: '{body}{nonce}' })],
  ['auth.recipe.signed', hmac({ signed: '{method}{path}' })],
  ['auth.recipe.id_header', hmac({ signed: '{id}.{body}' })],
])('%s is complained about', (field, auth) => {
  expect(authProblems(auth)).toEqual([{ field, message: expect.any(String) }]);
});

test('every part that no preset brings is asked for at once', () => {
  const fields = authProblems({ type: 'hmac', secrets: ['s'] }).map((problem) => problem.field);
  expect(fields).toEqual(['header', 'algorithm', 'encoding', 'signed'].map((part) => `auth.recipe.${part}`));
});

function hmac(recipe: HmacAuth['recipe']): HmacAuth {
  return { type: 'hmac', recipe: { ...complete, ...recipe }, secrets: ['s'] };
}
