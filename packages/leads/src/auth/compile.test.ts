import type { Auth } from '@taskhook/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuthRequest } from './auth-request.ts';
import { compileAuth } from './compile.ts';

const NOW = 1_760_000_000_000;

test('without auth every request is accepted', () => {
  expect(check({ type: 'none' }, {})).toEqual({ ok: true });
});

test('a header is compared whole, and a missing one is named', () => {
  const auth: Auth = { type: 'header', name: 'X-Api-Key', secrets: ['s3cret'] };
  expect(check(auth, { headers: { 'x-api-key': ' s3cret ' } })).toEqual({ ok: true });
  expect(check(auth, { headers: { 'x-api-key': 's3cre' } }).ok).toBe(false);
  expect(check(auth, { headers: { 'x-api-key': 's3cret1' } }).ok).toBe(false);
  expect(check(auth, { headers: { 'x-api-key': '' } }).ok).toBe(false);
  expect(check(auth, {})).toEqual({ ok: false, reason: 'The request has no header X-Api-Key.' });
});

test('Authorization may carry its scheme or not', () => {
  const auth: Auth = { type: 'header', name: 'Authorization', secrets: ['token-1'] };
  expect(check(auth, { headers: { authorization: 'Bearer token-1' } }).ok).toBe(true);
  expect(check(auth, { headers: { authorization: 'token-1' } }).ok).toBe(true);
  expect(check(auth, { headers: { authorization: 'Bearer token-2' } }).ok).toBe(false);
  const whole: Auth = { ...auth, secrets: ['Bearer token-1'] };
  expect(check(whole, { headers: { authorization: 'Bearer token-1' } }).ok).toBe(true);
});

test('HTTP Basic takes its user and any of its passwords, colons and accents in them too', () => {
  const auth: Auth = { type: 'basic', username: 'leads', secrets: ['a:b', 'città'] };
  const sent = (text: string) => ({ authorization: `basic ${Buffer.from(text).toString('base64')}` });
  expect(check(auth, { headers: sent('leads:a:b') }).ok).toBe(true);
  expect(check(auth, { headers: sent('leads:città') }).ok).toBe(true);
  expect(check(auth, { headers: sent('Leads:a:b') }).ok).toBe(false);
  expect(check(auth, { headers: sent('leads') }).ok).toBe(false);
  expect(check(auth, { headers: { authorization: 'Bearer x' } })).toMatchObject({
    reason: expect.stringContaining('not one of HTTP Basic'),
  });
});

test('a parameter of the address is compared decoded and as it was pasted', () => {
  const auth: Auth = { type: 'query', name: 'key', secrets: ['a+b/c%2'] };
  expect(check(auth, { query: 'x=1&key=a%2Bb%2Fc%252' }).ok).toBe(true);
  expect(check(auth, { query: 'key=a+b/c%2' }).ok).toBe(true);
  expect(check(auth, { query: 'key=a b/c%2' }).ok).toBe(false);
  expect(check(auth, { query: 'Key=a+b/c%2' }).ok).toBe(false);
  expect(check(auth, { query: '%' }).ok).toBe(false);
});

test('a field of the body is found in JSON, forms and by its path', () => {
  const auth: Auth = { type: 'body', field: 'meta.token', secrets: ['s3cret'] };
  expect(check(auth, json('{"meta":{"token":"s3cret"}}')).ok).toBe(true);
  expect(check(auth, json('[{"meta.token":"s3cret"}]')).ok).toBe(true);
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(check(auth, { headers: type, body: Buffer.from('a=1&meta[token]=s3cret') }).ok).toBe(true);
  expect(check(auth, json('{"meta":{"token":{"s3cret":"s3cret"}}}')).ok).toBe(false);
  expect(check(auth, json('{"token":"s3cret"}')).ok).toBe(false);
  expect(check(auth, json('{"meta":')).ok).toBe(false);
});

test('a number in the body is its digits', () => {
  const auth: Auth = { type: 'body', field: 'key', secrets: ['12345678901234567890'] };
  expect(check(auth, json('{"key":12345678901234567890}')).ok).toBe(true);
  expect(check(auth, json('{"key":12345678901234567891}')).ok).toBe(false);
});

const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
const anyAuth: fc.Arbitrary<Auth> = fc.oneof(
  fc.constantFrom<Auth>(
    { type: 'header', name: '__proto__', secrets: ['x'] },
    { type: 'basic', username: 'u', secrets: ['x'] },
    { type: 'query', name: 'constructor', secrets: ['x'] },
    { type: 'body', field: '__proto__.constructor', secrets: ['x'] },
  ),
  fc
    .constantFrom(
      'meta',
      'tiktok',
      'linkedin',
      'hubspot-v3',
      'tally',
      'calendly',
      'webflow',
      'wpforms',
      'standard-webhooks',
    )
    .map((preset): Auth => ({ type: 'hmac', preset: preset as 'meta', secrets: ['eA=='] })),
);

const headerNames =
  'authorization content-type __proto__ x-hub-signature-256 x-open-signature x-li-signature tally-signature ' +
  'x-hubspot-signature-v3 x-hubspot-request-timestamp calendly-webhook-signature x-webflow-signature ' +
  'x-webflow-timestamp x-wpforms-webhook-signature webhook-signature webhook-timestamp webhook-id';
const headerText = fc.oneof(
  anyText,
  fc.constantFrom('0'.repeat(64), `t=1760000000,v1=${'0'.repeat(64)}`, `${'A'.repeat(43)}=`),
  fc.constantFrom(
    't=1760000000,v1=00',
    'v1,AA== v1,',
    '1760000000',
    'application/x-www-form-urlencoded',
    ','.repeat(9_999),
  ),
  fc.anything(),
);
const anyRequest = fc.record({
  method: fc.constantFrom('POST', 'get', ''),
  url: fc.string(),
  publicUrl: fc.string(),
  headers: fc.dictionary(fc.constantFrom(...headerNames.split(' ')), headerText) as fc.Arbitrary<
    AuthRequest['headers']
  >,
  query: anyText,
  body: fc.oneof(fc.uint8Array(), fc.json().map(bytes), fc.webQueryParameters().map(bytes)),
});

test('a request of any kind is refused, never accepted or thrown at', () => {
  fc.assert(
    fc.property(anyAuth, anyRequest, (auth, request) => {
      const result = compileAuth(auth)(request, NOW);
      expect(result).toEqual({ ok: false, reason: expect.stringMatching(/\.$/) });
    }),
    { numRuns: 500 },
  );
});

function check(auth: Auth, part: Partial<AuthRequest>) {
  const request = { method: 'POST', url: '/w/x', headers: {}, query: '', body: new Uint8Array() };
  return compileAuth(auth)({ ...request, ...part }, NOW);
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}

function json(text: string): Partial<AuthRequest> {
  return { headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
}
