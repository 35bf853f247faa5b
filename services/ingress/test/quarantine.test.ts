import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HIDDEN_SECRET, idPatterns, type RequestQuarantined } from '@taskhook/contracts';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

const anId = expect.stringMatching(idPatterns.quarantine) as string;
const aRun = expect.stringMatching(idPatterns.run) as string;
const quarantined = async (taskId: string): Promise<RequestQuarantined[]> =>
  (await ingress.runLog(taskId)).filter((event) => event.type === 'quarantined');

test('a lead without its phone is answered with 422 that names the field, and is kept whole', async () => {
  const { url, taskId } = await ingress.task();
  const sent = JSON.stringify({ full_name: 'Mario Rossi', email: 'mario@example.com' });
  const { status, body, headers } = await post(`${url}?utm=ads`, sent, {
    'content-type': 'application/json',
    'x-campaign': 'spring',
    'x-request-id': 'req-1',
  });
  expect(status).toBe(422);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body).toEqual({
    type: 'urn:taskhook:problem:invalid_lead',
    title: 'Unprocessable Entity',
    status: 422,
    code: 'invalid_lead',
    detail: 'The lead is not valid: phone is required.',
    request_id: 'req-1',
    errors: [{ field: 'phone', message: 'is required' }],
    quarantine_id: anId,
  });
  const [entry, ...more] = await quarantined(taskId);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    quarantine_id: body['quarantine_id'],
    revision: 1,
    code: 'invalid_lead',
    errors: [{ field: 'phone', message: 'is required' }],
    request: {
      method: 'POST',
      query: 'utm=ads',
      headers: { 'content-type': 'application/json', 'x-campaign': 'spring' },
    },
  });
  expect(Buffer.from(entry?.request.body ?? '', 'base64').toString()).toBe(sent);
});

test('credentials among the headers are not kept; an idempotency key is, and that there was a signature', async () => {
  const { url, taskId } = await ingress.task();
  await post(url, '{}', {
    authorization: 'Bearer a',
    cookie: 'b=1',
    'proxy-authorization': 'c',
    'x-api-key': 'd',
    'x-hub-signature-256': 'sha256=e',
    'x-shared-secret': 'f',
    'x-access-token': 'g',
    'idempotency-key': 'order-1',
  });
  const [entry] = await quarantined(taskId);
  const { headers = {} } = entry?.request ?? {};
  expect(headers).toMatchObject({ 'idempotency-key': 'order-1', 'x-hub-signature-256': HIDDEN_SECRET });
  const names = Object.keys(headers);
  expect(names.filter((name) => /auth|cookie|api-key|secret|token/.test(name))).toEqual([]);
});

test.each([
  ['no JSON', '{"a": }', 400, 'malformed_body', /line 1, column 7/],
  ['empty', '', 400, 'malformed_body', /is empty/],
  ['bad UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), 400, 'malformed_body', /offset 2/],
  ['a forbidden key', '{"__proto__": {}}', 400, 'malformed_body', /__proto__/],
  ['too deep', '['.repeat(100) + ']'.repeat(100), 400, 'malformed_body', /deeper than 32/],
  ['a text', '"lead"', 422, 'invalid_lead', /JSON object/],
  ['an empty list', '[]', 422, 'invalid_lead', /JSON object/],
])('a body that is %s is refused with a clear code and kept', async (_what, sent, status, code, detail) => {
  const { url, taskId } = await ingress.task();
  const answer = await post(url, sent);
  expect(answer).toMatchObject({ status, body: { code, quarantine_id: anId } });
  expect(answer.body['detail']).toMatch(detail);
  const [entry] = await quarantined(taskId);
  expect(entry).toMatchObject({ code, detail: answer.body['detail'] });
  expect(Buffer.from(entry?.request.body ?? '', 'base64')).toEqual(Buffer.from(sent));
});

test('a body of a kind that cannot be read gives 415 and is kept', async () => {
  const { url, taskId } = await ingress.task();
  const answer = await post(url, '%PDF-1.4', { 'content-type': 'application/pdf' });
  expect(answer).toMatchObject({
    status: 415,
    body: { code: 'unsupported_media_type', quarantine_id: anId },
  });
  expect(await quarantined(taskId)).toHaveLength(1);
});

test('a compressed body is kept decompressed', async () => {
  const { url, taskId } = await ingress.task();
  expect((await post(url, gzipSync('{"a":1}'), { 'content-encoding': 'gzip' })).status).toBe(422);
  const [entry] = await quarantined(taskId);
  expect(Buffer.from(entry?.request.body ?? '', 'base64').toString()).toBe('{"a":1}');
  expect(entry?.request.headers).not.toHaveProperty('content-encoding');
});

test('a body that is too large gives 413 and is not kept', async () => {
  const { url, taskId } = await ingress.task();
  const answer = await post(url, 'x'.repeat(1_048_577));
  expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  expect(answer.body['detail']).toContain('1048576');
  expect(await ingress.runLog(taskId)).toEqual([]);
});

test.each(['idempotency-key', 'webhook-id'])(
  'an over-long or empty %s gives 400 that names the header, and the request is kept',
  async (name) => {
    const { url, taskId } = await ingress.task();
    for (const value of ['x'.repeat(256), '']) {
      const { status, body } = await post(url, mario, { [name]: value });
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'invalid_request', quarantine_id: anId, errors: [{ field: name }] });
      expect(body['detail']).toContain(name);
    }
    expect(await quarantined(taskId)).toHaveLength(2);
    expect((await post(url, mario, { [name]: 'x'.repeat(255) })).status).toBe(200);
  },
);

test('leads of a batch fail alone: the others are accepted, and the request is kept once', async () => {
  const { url, taskId } = await ingress.task();
  const { status, body } = await post(url, [mario, { full_name: 'Anna' }, 'text', { ...mario, n: 2 }]);
  expect(status).toBe(200);
  const [entry, ...more] = await quarantined(taskId);
  expect(more).toEqual([]);
  const kept = { status: 'quarantined', quarantine_id: entry?.quarantine_id };
  expect(body).toEqual({
    status: 'accepted',
    leads: [
      { status: 'accepted', run_id: aRun },
      {
        ...kept,
        errors: [
          { field: 'phone', message: 'is required' },
          { field: 'email', message: 'is required' },
        ],
      },
      { ...kept, errors: [{ field: '', message: expect.stringContaining('JSON object') as string }] },
      { status: 'accepted', run_id: aRun },
    ],
  });
  expect(body.leads?.[0]?.['run_id']).not.toBe(body.leads?.[3]?.['run_id']);
  expect(entry?.errors.map(({ field }) => field)).toEqual(['1.phone', '1.email', '2']);
  expect((await ingress.runLog(taskId)).filter(({ type }) => type === 'accepted')).toHaveLength(2);
});

test('a batch without a valid lead gives 422 with every field by the place of its lead', async () => {
  const { url } = await ingress.task({ input: { lead: { required: ['phone'] } } });
  const { status, body } = await post(url, [{}, { phone: 'none' }]);
  expect(status).toBe(422);
  expect(body).toMatchObject({
    code: 'invalid_lead',
    detail: '2 of 2 leads are not valid; errors names their fields.',
    errors: [{ field: '0.phone', message: 'is required' }, { field: '1.phone' }],
    quarantine_id: anId,
  });
});

test.each([
  ['no JSON', '{', []],
  ['no valid lead', '{"phone":"+393331234567","full_name":"A"}', ['email']],
])(
  'a task that quarantines answers 200 to a body with %s, and keeps it all the same',
  async (_what, sent, fields) => {
    const { url, taskId } = await ingress.task({ input: { on_invalid: 'quarantine' } });
    const { status, body } = await post(url, sent);
    expect(status).toBe(200);
    const [entry] = await quarantined(taskId);
    expect(body).toMatchObject({
      status: 'quarantined',
      leads: [{ status: 'quarantined', quarantine_id: entry?.quarantine_id }],
    });
    const errors = (body.leads?.[0]?.['errors'] ?? []) as { field: string }[];
    expect(errors.map(({ field }) => field)).toEqual(fields);
  },
);
