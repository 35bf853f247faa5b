import { readFileSync } from 'node:fs';
import type { Auth } from '@taskhook/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuthRequest } from '../auth/auth-request.ts';
import { compileAuth } from '../auth/compile.ts';
import { handshakeAnswer } from './answer.ts';

const folder = new URL('../../../../test/suites/corpus/', import.meta.url);
const meta: Auth = { type: 'hmac', preset: 'meta', secrets: ['s'], verify_token: 'meatyhamhock' };
const linkedin: Auth = {
  type: 'hmac',
  preset: 'linkedin',
  secrets: ['linkedin-client-secret-sample', 'old'],
};
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
const none: Auth = { type: 'none' };

test("Meta's verification is answered with the bare challenge", () => {
  const { query, expected } = read('01-meta-verify-get');
  expect(handshakeAnswer(get(query), meta)).toEqual({
    status: expected.status,
    contentType: 'text/plain; charset=utf-8',
    body: expected.body,
  });
});

test.each([
  ['hub.mode=subscribe&hub.challenge=1&hub.verify_token=meatyhamhock', none],
  ['hub.mode=subscribe&hub.challenge=1&hub.verify_token=meatyhamhock', linkedin],
  ['hub.mode=subscribe&hub.challenge=1&hub.verify_token=meatyham', meta],
  ['hub.mode=subscribe&hub.challenge=1&hub.verify_token=', meta],
  ['hub.mode=subscribe&hub.challenge=1', meta],
  ['hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=meatyhamhock', meta],
  ['hub.challenge=1&hub.verify_token=meatyhamhock', meta],
  ['hub.mode=subscribe&hub.challenge=&hub.verify_token=meatyhamhock', meta],
])('%s is refused in words that give nothing away', (query, auth) => {
  const answer = handshakeAnswer(get(query), auth);
  expect(answer).toMatchObject({ status: 403, contentType: 'text/plain; charset=utf-8' });
  expect(answer?.body).toMatch(/verif/);
  expect(answer?.body).not.toContain('meatyham');
});

test("Meta's names and challenge may be percent-encoded", () => {
  const query = 'hub%2Emode=subscribe&hub.challenge=a%20b&hub.verify_token=meatyhamhock';
  expect(handshakeAnswer(get(query), meta)?.body).toBe('a b');
});

test("LinkedIn's challenge is answered with its signature by the first secret", () => {
  const { query, expected } = read('04-linkedin-challenge-get');
  const answer = handshakeAnswer(get(query), linkedin);
  expect(answer).toMatchObject({ status: 200, contentType: 'application/json' });
  expect(JSON.parse(answer?.body ?? '')).toEqual(expected.body_json);
});

test("LinkedIn's challenge is refused without its client secret", () => {
  for (const auth of [none, meta]) {
    const answer = handshakeAnswer(get('challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0'), auth);
    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('client secret') });
  }
});

test('a challenge never makes the signature of a forged notification', () => {
  const body = Buffer.from('{"type":"LEAD_ACTION"}');
  const code = encodeURIComponent(`hmacsha256=${body.toString()}`);
  const answer = handshakeAnswer(get(`challengeCode=${code}`), linkedin);
  expect(answer?.status).toBe(403);
  const forged = { 'x-li-signature': /[0-9a-f]{64}/.exec(answer?.body ?? '')?.[0] };
  expect(compileAuth(linkedin)({ ...get(''), method: 'POST', headers: forged, body }, 0).ok).toBe(false);
});

test('what is no handshake is left to others', () => {
  expect(handshakeAnswer(get(''), meta)).toBeNull();
  expect(handshakeAnswer(get('name=Mario&hubby=1'), meta)).toBeNull();
  const posted = { ...get('hub.mode=subscribe&challengeCode=890e4665'), method: 'POST' };
  expect(handshakeAnswer(posted, meta)).toBeNull();
  expect(handshakeAnswer({ ...get('challengeCode=890e4665'), method: 'HEAD' }, linkedin)).toBeNull();
});

test('a GET of any kind is answered or left, never thrown at', () => {
  const start = fc.constantFrom('', 'hub.mode=subscribe&', 'challengeCode=', 'hub.challenge=%');
  fc.assert(
    fc.property(start, anyText, fc.constantFrom(none, meta, linkedin), (a, b, auth) => {
      expect([null, undefined, 200, 403]).toContain(handshakeAnswer(get(a + b), auth)?.status);
    }),
  );
});

function get(query: string): AuthRequest {
  return { method: 'GET', url: `/w/x?${query}`, headers: {}, query, body: new Uint8Array() };
}

function read(name: string) {
  const file = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
    request_url: string;
    expected_response: { status: number; body: string; body_json: unknown };
  };
  return { query: file.request_url.split('?')[1] ?? '', expected: file.expected_response };
}
