import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { newSigningSecret } from '@taskhook/contracts';
import { buildRequest } from './build-request.ts';

const identity = { idempotencyKey: 'run_1.crm', signingSecret: newSigningSecret(), now: Date.now() };

function build(parts: { url?: string; headers?: Record<string, string>; body?: unknown } = {}) {
  const { url = 'https://crm.example/leads', headers = {}, body } = parts;
  return buildRequest({ channel: 'http', method: 'POST', url, headers, body }, identity);
}

test('an object goes as JSON and is signed with its bytes', () => {
  const request = build({ body: { name: 'Niccolò' } });
  expect(request.body).toBe('{"name":"Niccolò"}');
  expect(request.headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': 'run_1.crm',
    'webhook-id': 'run_1.crm',
  });
  expect(request.headers['user-agent']).toMatch(/^Taskhook\/\d+\.\d+\.\d+$/);
  const webhook = new Webhook(identity.signingSecret);
  expect(webhook.verify(request.body ?? '', request.headers)).toEqual({ name: 'Niccolò' });
});

test('a text goes as it is', () => {
  const request = build({ body: 'nome=Mario' });
  expect(request.body).toBe('nome=Mario');
  expect(request.headers['content-type']).toBe('text/plain; charset=utf-8');
});

test('a request without a body has no content type and signs the empty text', () => {
  const request = build();
  expect(request.body).toBeNull();
  expect(request.headers).not.toHaveProperty('content-type');
  new Webhook(identity.signingSecret).verify('', request.headers);
});

test('a step sets its own content type in whatever case it writes it', () => {
  const request = build({
    body: 'a=1',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
});

test.each([
  'Host',
  'content-length',
  'Transfer-Encoding',
  'connection',
  'webhook-id',
  'Webhook-Signature',
  'idempotency-key',
  'proxy-authorization',
])('a step cannot set the header %s', (name) => {
  expect(() => build({ headers: { [name]: 'x' } })).toThrow(
    expect.objectContaining({
      code: 'invalid_url',
      message: `The header ${name.toLowerCase()} cannot be set by a step.`,
    }),
  );
});

test.each([
  ['not a URL', 'crm'],
  ['another protocol', 'file:///etc/passwd'],
  ['a script', 'javascript:alert(1)'],
  ['credentials', 'https://user:secret@crm.example/'],
  ['a user name', 'https://user@crm.example/'],
  ['nothing', ''],
])('a URL that is or holds %s is refused, and not repeated', (_name, url) => {
  expect(() => build({ url })).toThrow(expect.objectContaining({ code: 'invalid_url' }));
  expect(() => build({ url })).not.toThrow(/secret|passwd/);
});

test('a line break in a header value is refused: it could start another header', () => {
  const headers = { 'x-name': 'Mario\r\nx-evil: 1' };
  expect(() => build({ headers })).toThrow(expect.objectContaining({ code: 'invalid_url' }));
  expect(() => build({ headers: { 'x evil': '1' } })).toThrow(
    expect.objectContaining({ code: 'invalid_url' }),
  );
});

test('letters beyond ASCII in a header go as UTF-8', () => {
  const value = build({ headers: { 'x-name': ' Łukasz Żak ' } }).headers['x-name'] ?? '';
  expect(Buffer.from(value, 'latin1').toString('utf8')).toBe('Łukasz Żak');
});
