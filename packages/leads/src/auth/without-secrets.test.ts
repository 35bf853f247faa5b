import type { Auth } from '@taskhook/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IntakeRequest } from '../decode/decoded-request.ts';
import { withoutSecrets } from './without-secrets.ts';

const none: Auth = { type: 'none' };
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
const token: Auth = { type: 'body', field: 'meta.token', secrets: ['s3cret', 'ol/d'] };

test('credentials and the header of the task are left out, and no other header', () => {
  const auth: Auth = { type: 'header', name: 'X-Chain-Key', secrets: ['k'] };
  const headers = { authorization: 'Basic x', 'x-chain-key': 'k', cookie: 'c', 'user-agent': 'Zapier' };
  expect(withoutSecrets(request('{}', { headers }), auth).headers).toEqual({ 'user-agent': 'Zapier' });
});

test('parameters that are secret are left out, and the others stay as they were written', () => {
  const auth: Auth = { type: 'query', name: 'k[1]', secrets: ['x'] };
  const query = 'a=%zz&k%5B1%5D=x&hub.verify_token=t&&b=+1';
  expect(withoutSecrets(request('', { query }), auth).query).toBe('a=%zz&b=+1');
  expect(withoutSecrets(request('', { query: 'a=1&&b=%zz' }), auth).query).toBe('a=1&&b=%zz');
});

test.each([
  ['{"google_key":"k","a":1}', '{"a":1}'],
  ['{"a":1,"google_key":"k"}', '{"a":1}'],
  ['{ "a": 1, "google_key" : "k\\"}" , "b": 12345678901234567890 }', '{ "a": 1, "b": 12345678901234567890 }'],
  ['{"google_key":"k"}', '{}'],
  ['[{"google_key":null,"a":"é"},{"google_key":{"x":["}"]}}]', '[{"a":"é"},{}]'],
  ['{"google_key":1,"google_key":2}', '{}'],
  ['{"a":1,"google_key":1,"google_key":2}', '{"a":1}'],
  ['{"a":"\\"google_key\\":1"}', '{"a":"\\"google_key\\":1"}'],
  ['{"a":"google_key"}', '{"a":"google_key"}'],
  ['{"a":1,"google_key":"cut of', '{"a":1'],
])("Google's key goes out of %s", (body, clean) => {
  expect(text(withoutSecrets(request(body), none).body)).toBe(clean);
});

test.each([
  ['{"meta":{"token":"s3cret"},"token":"a3a1"}', '{"meta":{},"token":"a3a1"}'],
  ['{"meta":{"token":"ol\\/d"},"b":"s3cret"}', '{"meta":{},"b":"s3cret"}'],
  ['meta%5Btoken%5D=s3cret&token=a3a1', 'token=a3a1'],
  ['a=1&meta[token]=wrong', 'a=1'],
  ['<lead><token>s3cret</token><a>s3cret-not</a></lead>', '<lead><token></token><a>s3cret-not</a></lead>'],
])('the field of the task goes out of %s', (body, clean) => {
  expect(text(withoutSecrets(request(body), token).body)).toBe(clean);
});

test('a secret part of multipart goes, and the bytes of the others stay', () => {
  const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(`${part('meta.token')}s3cret\r\n${part('a')}`),
    Buffer.from([0xff, 0x00, 0xe9]),
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const clean = Buffer.from(withoutSecrets({ ...request(''), headers, body }, token).body);
  expect(clean.toString('latin1')).toBe(body.toString('latin1').replace('s3cret', ''));
});

test("the session id of Salesforce's outbound message goes, and a field of that name elsewhere stays", () => {
  const xml = (id: string) =>
    `<?xml version="1.0"?><m:notifications><SessionId xsi:nil="false">${id}</SessionId><sf:SessionId>${id}</sf:SessionId><a>SessionId</a></m:notifications>`;
  const message = { ...request(xml('00D!AQ')), headers: { 'content-type': 'text/xml' } };
  expect(text(withoutSecrets(message, none).body)).toBe(xml(''));
  const nil = { ...message, body: Buffer.from('<?xml version="1.0"?><a><SessionId xsi:nil="true"/></a>') };
  expect(withoutSecrets(nil, none).body).toBe(nil.body);
  const json = request('{"SessionId":"a"}');
  expect(withoutSecrets(json, none).body).toBe(json.body);
  const hostile = `<?xml version="1.0"?>${'<SessionId '.repeat(90_000)}`;
  expect(took(() => withoutSecrets({ ...message, body: Buffer.from(hostile) }, none))).toBeLessThan(500);
});

test('a body without secrets is the same object', () => {
  const plain = request('{"name":"José"}');
  expect(withoutSecrets(plain, none).body).toBe(plain.body);
  expect(withoutSecrets(plain, token).body).toBe(plain.body);
});

test('of any JSON exactly the secret members go', () => {
  const key = fc.constantFrom('google_key', 'a', 'google_key"', 'é', '\\');
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(anyText, fc.constantFrom('"google_key":1', '\\"', 1, null, true)),
    tree: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, tree), fc.constantFrom(undefined, 1), (value, indent) => {
      const body = withoutSecrets(request(JSON.stringify(value, null, indent)), none).body;
      expect(JSON.parse(text(body))).toEqual(pruned(value));
    }),
    { numRuns: 500 },
  );
});

test('any bytes are taken without an error, and hostile ones in linear time', () => {
  fc.assert(
    fc.property(fc.uint8Array(), anyText, (body, query) => {
      withoutSecrets({ method: 'POST', headers: {}, query, body }, token);
    }),
  );
  const nested = '{"token":'.repeat(100_000);
  expect(took(() => withoutSecrets(request(nested), token))).toBeLessThan(500);
  const hostile = [
    '{"google_key":',
    '"google_key"',
    ',"google_key":[',
    '{"google_key" ',
    '{"a":1,"google_key":1,"google_key":2},',
  ].map((piece) => piece.repeat(1_000_000 / piece.length));
  const blanks = `"google_key"${' '.repeat(1_000_000)}`;
  for (const body of [...hostile, blanks]) {
    expect(took(() => withoutSecrets(request(`{${body}`), none))).toBeLessThan(500);
  }
});

function took(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'google_key');
  return Object.fromEntries(kept.map(([name, inner]) => [name, pruned(inner)]));
}

function request(body: string, part: Partial<IntakeRequest> = {}): IntakeRequest {
  return { method: 'POST', headers: {}, query: '', body: Buffer.from(body), ...part };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
