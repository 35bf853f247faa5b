import { createHash, createHmac } from 'node:crypto';
import { authPresets, type HmacAuth, type SignatureRecipe } from '@taskhook/contracts';
import { expect, test } from 'vitest';
import type { AuthRequest } from './auth-request.ts';
import { signaturePresets } from './presets.ts';
import { authProblems } from './problems.ts';
import { signatureAuthenticator } from './signature.ts';

const NOW = 1_760_000_000_000;
const SECRET = 'a secret';
const BODY = '{"name":"José","phone":"+39 333"}';

test.each(authPresets)('the preset %s is complete and says where it is described', (preset) => {
  const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
  expect(authProblems({ type: 'hmac', preset, secrets })).toEqual([]);
  expect(signaturePresets[preset].docs).toMatch(/^https:\/\//);
});

test("Standard Webhooks' own example passes, alone and beside other signatures", () => {
  const auth: HmacAuth = {
    type: 'hmac',
    preset: 'standard-webhooks',
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  };
  const verify = signatureAuthenticator(auth);
  const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
  const example = (value: string) =>
    request('{"test": 2432232314}', {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': value,
    });
  const time = 1_614_265_330_000;
  expect(verify(example(signature), time)).toEqual({ ok: true });
  expect(verify(example(`v1a,AAAA v1,${'A'.repeat(43)}= ${signature}`), time)).toEqual({ ok: true });
  expect(verify(example(`v1,${'A'.repeat(43)}=, ${signature}`), time)).toEqual({ ok: true });
  expect(verify(example(`v1,${'A'.repeat(43)}=`), time).ok).toBe(false);
  const { 'webhook-id': _, ...noId } = example(signature).headers;
  expect(verify({ ...example(signature), headers: noId }, time)).toMatchObject({
    reason: 'The request has no header webhook-id, which is signed too.',
  });
});

test('a signature in hexadecimal may be in capitals and lack its prefix, one in base64 its padding', () => {
  const hex = keyed('hex', BODY);
  const meta = signatureAuthenticator({ type: 'hmac', preset: 'meta', secrets: [SECRET] });
  for (const value of [`sha256=${hex.toUpperCase()}`, hex, ` sha256=${hex} `])
    expect(meta(request(BODY, { 'x-hub-signature-256': value }), NOW)).toEqual({ ok: true });
  const tally = signatureAuthenticator({ type: 'hmac', preset: 'tally', secrets: [SECRET] });
  const base64 = keyed('base64', BODY);
  const plain = base64.replace('=', '').replaceAll('+', '-').replaceAll('/', '_');
  for (const value of [base64, plain])
    expect(tally(request(BODY, { 'tally-signature': value }), NOW)).toEqual({ ok: true });
});

test.each([
  ['', 'no header'],
  ['sha256=', 'no hex signature'],
  ['sha256=zz', 'no hex signature'],
  [`sha256=${'0'.repeat(62)}`, 'no hex signature'],
  [`sha256=${'0'.repeat(66)}`, 'no hex signature'],
  [`sha256=${'0'.repeat(64)}`, 'does not match'],
  [`${'0'.repeat(64)} `.repeat(900), 'no hex signature'],
])('the header %j is refused in words', (value, words) => {
  const verify = signatureAuthenticator({ type: 'hmac', preset: 'meta', secrets: [SECRET] });
  const result = verify(request(BODY, { 'x-hub-signature-256': value }), NOW);
  expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
  expect(JSON.stringify(result)).not.toContain(SECRET);
});

test('a list may be written with blanks, semicolons and several signatures', () => {
  const text = `1760000000.${BODY}`;
  const right = keyed('hex', text);
  const verify = signatureAuthenticator({ type: 'hmac', preset: 'calendly', secrets: [SECRET] });
  const values = [
    `v1=${right}, t=1760000000`,
    `t=1760000000;v1=${right}`,
    `t=1760000000,v1=${'0'.repeat(64)},v1=${right},v0=abc`,
  ];
  for (const value of values)
    expect(verify(request(BODY, { 'calendly-webhook-signature': value }), NOW)).toEqual({ ok: true });
  expect(verify(request(BODY, { 'calendly-webhook-signature': `v1=${right}` }), NOW)).toMatchObject({
    reason: 'The header of the signature has no part t.',
  });
  expect(verify(request(BODY, { 'calendly-webhook-signature': right }), NOW).ok).toBe(false);
});

test.each([
  ['1760000000', undefined],
  ['1760000000000', undefined],
  ['2025-10-09T08:53:20Z', undefined],
  ['1760000000', 's'],
  ['1760000000000', 'ms'],
] as const)('the time %s with the unit %s is read', (text, unit) => {
  const timestamp = unit === undefined ? { header: 'x-time' } : { header: 'x-time', unit };
  const recipe = { ...plain, signed: '{timestamp}{body}', timestamp } as const;
  const verify = signatureAuthenticator({ type: 'hmac', recipe, secrets: [SECRET] });
  const signed = request(BODY, { 'x-sig': keyed('hex', `${text}${BODY}`), 'x-time': text });
  expect(verify(signed, NOW + 299_000)).toEqual({ ok: true });
  expect(verify(signed, NOW + 301_000).ok).toBe(false);
});

test('what is no time is refused although it is signed', () => {
  const recipe = { ...plain, signed: '{timestamp}{body}', timestamp: { header: 'x-time' } } as const;
  const verify = signatureAuthenticator({ type: 'hmac', recipe, secrets: [SECRET] });
  for (const text of ['soon', '-1', '1e99', 'NaN', '9'.repeat(17), '2025-13-45T00:00:00Z']) {
    const signed = request(BODY, { 'x-sig': keyed('hex', `${text}${BODY}`), 'x-time': text });
    expect(verify(signed, NOW)).toMatchObject({ reason: 'The timestamp of the signature is not a time.' });
  }
});

test('a recipe of its own signs path, body, time and secret as a plain digest', () => {
  const recipe: SignatureRecipe = {
    ...plain,
    signed: '{path}\n{body}\n{timestamp}\n{secret}',
    timestamp: { header: 'x-time', unit: 's', tolerance: '1h' },
  };
  const verify = signatureAuthenticator({ type: 'hmac', recipe, secrets: ['other', SECRET] });
  const digest = createHash('sha256').update(`/w/x\n${BODY}\n1760000000\n${SECRET}`).digest('hex');
  const signed = request(BODY, { 'x-sig': digest, 'x-time': '1760000000' });
  expect(verify(signed, NOW + 3_599_000)).toEqual({ ok: true });
  expect(verify(signed, NOW + 3_601_000)).toMatchObject({
    reason: 'The signature is 1 hour old; up to 1 hour is accepted.',
  });
});

test('a part of a preset can be exchanged', () => {
  const recipe = { header: 'svix-signature', id_header: 'svix-id', timestamp: { header: 'svix-timestamp' } };
  const secret = `whsec_${Buffer.from(SECRET).toString('base64')}`;
  const verify = signatureAuthenticator({
    type: 'hmac',
    preset: 'standard-webhooks',
    recipe,
    secrets: [secret],
  });
  const headers = {
    'svix-id': 'm1',
    'svix-timestamp': '1760000000',
    'svix-signature': `v1,${keyed('base64', `m1.1760000000.${BODY}`)}`,
  };
  expect(verify(request(BODY, headers), NOW)).toEqual({ ok: true });
  expect(verify(request(BODY, headers), NOW + 301_000).ok).toBe(false);
});

test('HubSpot signs its address with some characters decoded, and without one nothing passes', () => {
  const verify = signatureAuthenticator({ type: 'hmac', preset: 'hubspot-v3', secrets: [SECRET] });
  const text = `POSThttps://hooks.example.com/w/x?a=b@c&d=%20:/${BODY}1760000000000`;
  const signed = request(BODY, {
    'x-hubspot-signature-v3': keyed('base64', text),
    'x-hubspot-request-timestamp': '1760000000000',
  });
  const publicUrl = 'https://hooks.example.com/w/x?a=b%40c&d=%20%3a%2F';
  expect(verify({ ...signed, publicUrl }, NOW)).toEqual({ ok: true });
  expect(verify({ ...signed, publicUrl: 'https://other.example.com/w/x' }, NOW)).toMatchObject({
    reason: expect.stringContaining('public address'),
  });
  expect(verify(signed, NOW)).toMatchObject({ reason: expect.stringContaining('is not known') });
});

test('TikTok signs what is beyond ASCII as escapes, of two units beyond the basic plane', () => {
  const verify = signatureAuthenticator({ type: 'hmac', preset: 'tiktok', secrets: [SECRET] });
  const sign = (text: string) => ({ 'x-open-signature': keyed('hex', text) });
  const escaped = String.raw`{"name":"Jos\u00e9 \ud83d\ude00"}`;
  expect(verify(request('{"name":"José 😀"}', sign(escaped)), NOW)).toEqual({ ok: true });
  expect(verify(request('{"name":"José 😀"}', sign('{"name":"José 😀"}')), NOW).ok).toBe(false);
  expect(verify(request('{"name":"Jo"}', sign('{"name":"Jo"}')), NOW)).toEqual({ ok: true });
});

test("WPForms signs a form as the JSON of its fields, PHP's way", () => {
  const verify = signatureAuthenticator({ type: 'hmac', preset: 'wpforms', secrets: [SECRET] });
  const form =
    'name=Jos%C3%A9+Ruiz&10=b&2=a%2Fb&date%5Bvalue%5D=03%2F02%2F2026&date%5Bunix%5D=1772458200&list%5B0%5D=x&list%5B1%5D=y';
  const text = String.raw`{"name":"Jos\u00e9 Ruiz","10":"b","2":"a\/b","date":{"value":"03\/02\/2026","unix":1772458200},"list":["x","y"]}`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'x-wpforms-webhook-signature': `t=1760000000,v=${keyed('hex', `1760000000.${text}`)}`,
  };
  expect(verify(request(form, headers), NOW)).toEqual({ ok: true });
  expect(verify(request(`${form}&x=1`, headers), NOW).ok).toBe(false);
  const hostile = `a${'[b]'.repeat(100_000)}=1`;
  expect(verify(request(hostile, headers), NOW).ok).toBe(false);
});

test('a task whose recipe or secrets cannot be used refuses everything', () => {
  const headers = { 'x-sig': keyed('hex', BODY) };
  const incomplete: HmacAuth = { type: 'hmac', recipe: { header: 'x-sig' }, secrets: [SECRET] };
  expect(signatureAuthenticator(incomplete)(request(BODY, headers), NOW).ok).toBe(false);
  const recipe = { ...plain, secret_encoding: 'base64' } as const;
  const unreadable: HmacAuth = { type: 'hmac', recipe, secrets: ['not base64!'] };
  expect(signatureAuthenticator(unreadable)(request(BODY, headers), NOW).ok).toBe(false);
});

const plain = { header: 'X-Sig', algorithm: 'sha256', encoding: 'hex', signed: '{body}' } as const;

function keyed(encoding: 'hex' | 'base64', text: string): string {
  return createHmac('sha256', SECRET).update(text).digest(encoding);
}

function request(body: string, headers: Record<string, string>): AuthRequest {
  return { method: 'POST', url: '/w/x?y=1', headers, query: 'y=1', body: Buffer.from(body) };
}
