import { readFileSync } from 'node:fs';
import type { Auth, AuthPreset } from '@taskhook/contracts';
import { expect, test } from 'vitest';
import type { AuthRequest } from './auth-request.ts';
import { compileAuth } from './compile.ts';

const folder = new URL('../../../../test/suites/corpus/', import.meta.url);
const ADDRESS = 'https://hooks.example.com/w/task_8f2c';
const UNIX = 1_760_000_000_000;
const OTHER = 'another-secret';

interface Case {
  file: string;
  auth: (secret: string) => Auth;
  secret: string;
  /** Where the secret or its signature stands; the body where there is no such header. */
  header?: string;
  /** The time of the signature, where it has one. */
  time?: number;
}

const meta = { auth: hmac('meta'), secret: 'meta-app-secret-sample', header: 'x-hub-signature-256' };
const google = { auth: body('google_key'), secret: 'sample-google-key' };
const typeform = { auth: hmac('typeform'), secret: 'typeform-secret-sample', header: 'typeform-signature' };
const calendly = {
  auth: hmac('calendly'),
  secret: 'calendly-signing-key-sample',
  header: 'calendly-webhook-signature',
  time: UNIX,
};

const cases: Case[] = [
  { file: '01-meta-dashboard-test-button', ...meta },
  { file: '01-meta-leadgen-change', ...meta },
  {
    file: '01-meta-leadgen-change',
    auth: hmac('meta', { header: 'X-Hub-Signature', algorithm: 'sha1', prefix: 'sha1=' }),
    secret: meta.secret,
    header: 'x-hub-signature',
  },
  { file: '02-google-ads-lead', ...google },
  { file: '02-google-ads-send-test-data', ...google },
  { file: '02-google-ads-split-name-custom-question', ...google },
  {
    file: '03-tiktok-lead',
    auth: hmac('tiktok'),
    secret: 'tiktok-app-secret-sample',
    header: 'x-open-signature',
  },
  {
    file: '04-linkedin-lead-created',
    auth: hmac('linkedin'),
    secret: 'linkedin-client-secret-sample',
    header: 'x-li-signature',
  },
  { file: '05-zapier-json-flat', auth: header('X-Chain-Key'), secret: 'shared-key', header: 'x-chain-key' },
  {
    file: '09-hubspot-subscription-contact-creation',
    auth: hmac('hubspot-v3'),
    secret: 'hubspot-client-secret-sample',
    header: 'x-hubspot-signature-v3',
    time: UNIX,
  },
  {
    file: '09-hubspot-subscription-contact-creation',
    auth: (secret) => ({
      type: 'hmac',
      recipe: {
        header: 'X-HubSpot-Signature',
        algorithm: 'sha256',
        encoding: 'hex',
        signed: '{secret}{body}',
      },
      secrets: [secret],
    }),
    secret: 'hubspot-client-secret-sample',
    header: 'x-hubspot-signature',
  },
  {
    file: '11-pipedrive-v1-added-person',
    auth: (secret) => ({ type: 'basic', username: 'leads', secrets: [secret] }),
    secret: 's3cret',
    header: 'authorization',
  },
  { file: '14-zoho-notification', auth: body('token'), secret: 'TOKEN_FOR_VERIFICATION_OF_1000000068001' },
  { file: '15-typeform-form-response', ...typeform },
  { file: '15-typeform-partial', ...typeform },
  {
    file: '18-wpforms-json',
    auth: hmac('wpforms'),
    secret: 'wpforms-secret-sample',
    header: 'x-wpforms-webhook-signature',
    time: UNIX,
  },
  {
    file: '19-webflow-v2-form-submission',
    auth: hmac('webflow'),
    secret: 'webflow-webhook-secret-sample',
    header: 'x-webflow-signature',
    time: 1_705_329_000_000,
  },
  { file: '22-calendly-invitee-canceled', ...calendly },
  { file: '22-calendly-invitee-created', ...calendly },
];

const signed = cases.filter(({ header: name, auth, secret }) => name !== undefined && isSigned(auth(secret)));
const dated = cases.filter(({ time }) => time !== undefined);

test.each(cases)('$file comes from its sender', ({ file, auth, secret, time = UNIX }) => {
  expect(compileAuth(auth(secret))(read(file), time)).toEqual({ ok: true });
});

test.each(cases)('$file is refused with another secret', ({ file, auth, secret, time = UNIX }) => {
  const result = compileAuth(auth(OTHER))(read(file), time);
  expect(result).toMatchObject({ ok: false });
  expect(JSON.stringify(result)).not.toContain(secret);
  expect(JSON.stringify(result)).not.toContain(OTHER);
});

test.each(cases)('$file passes while its secret is rotated', ({ file, auth, secret, time = UNIX }) => {
  const rotated = { ...auth(secret), secrets: [OTHER, secret, 'a-third-one'] } as Auth;
  expect(compileAuth(rotated)(read(file), time)).toEqual({ ok: true });
});

test.each(signed)('$file is refused with one byte changed', ({ file, auth, secret, time = UNIX }) => {
  const request = read(file);
  const changed = Buffer.from(request.body);
  changed[10] = (changed[10] ?? 0) ^ 1;
  const verify = compileAuth(auth(secret));
  expect(verify({ ...request, body: changed }, time)).toMatchObject({ ok: false });
  expect(verify({ ...request, body: changed.subarray(1) }, time)).toMatchObject({ ok: false });
});

test.each(cases)('$file is refused without what proves it', ({ file, auth, secret, header: name, time }) => {
  const request = read(file);
  const bare =
    name === undefined
      ? { ...request, body: Buffer.from('{}') }
      : { ...request, headers: { ...request.headers, [name]: undefined } };
  const result = compileAuth(auth(secret))(bare, time ?? UNIX);
  expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(/ has no /) });
});

test.each(dated)(
  '$file is refused long after and long before its time',
  ({ file, auth, secret, time = 0 }) => {
    const verify = compileAuth(auth(secret));
    expect(verify(read(file), time + 170_000)).toEqual({ ok: true });
    expect(verify(read(file), time - 170_000)).toEqual({ ok: true });
    expect(verify(read(file), time + 301_000)).toMatchObject({
      reason: expect.stringContaining('5 minutes old'),
    });
    expect(verify(read(file), time - 301_000)).toMatchObject({ reason: expect.stringContaining('ahead of') });
  },
);

test.each(dated)(
  '$file is refused with its time moved',
  ({ file, auth, secret, header: name = '', time = 0 }) => {
    const { headers, ...request } = read(file);
    const stamp = /(?<=t=|^)\d{10}/;
    const later = Object.entries(headers).map(([key, value]) => [
      key,
      key === name || key.endsWith('timestamp')
        ? value?.replace(stamp, (s) => String(Number(s) + 60))
        : value,
    ]);
    expect(compileAuth(auth(secret))({ ...request, headers: Object.fromEntries(later) }, time)).toMatchObject(
      {
        reason: expect.stringContaining('does not match'),
      },
    );
  },
);

test("a signature by a vendor's private key is none that a secret makes", () => {
  const request = read('10-ghl-marketplace-contact-create');
  for (const encoding of ['hex', 'base64'] as const) {
    const recipe = { header: 'x-wh-signature', algorithm: 'sha256', encoding, signed: '{body}' } as const;
    expect(compileAuth({ type: 'hmac', recipe, secrets: ['secret'] })(request, UNIX).ok).toBe(false);
  }
});

function hmac(preset: AuthPreset, recipe?: Extract<Auth, { type: 'hmac' }>['recipe']): Case['auth'] {
  return (secret) => ({
    type: 'hmac',
    preset,
    ...(recipe === undefined ? {} : { recipe }),
    secrets: [secret],
  });
}

function header(name: string): Case['auth'] {
  return (secret) => ({ type: 'header', name, secrets: [secret] });
}

function body(field: string): Case['auth'] {
  return (secret) => ({ type: 'body', field, secrets: [secret] });
}

function isSigned(auth: Auth): boolean {
  return auth.type === 'hmac';
}

function read(name: string): AuthRequest {
  const file = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
    method: string;
    headers: Record<string, string>;
    body_text: string;
  };
  const headers = Object.entries(file.headers).map(([key, value]) => [key.toLowerCase(), value]);
  return {
    method: file.method,
    url: '/w/task_8f2c',
    publicUrl: ADDRESS,
    headers: Object.fromEntries(headers) as AuthRequest['headers'],
    query: '',
    body: Buffer.from(file.body_text),
  };
}
