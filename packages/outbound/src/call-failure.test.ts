import { errors } from 'undici';
import { expect, test } from 'vitest';
import { addressRefused } from './agent.ts';
import { callFailure } from './call-failure.ts';

const withCode = (code: string) => Object.assign(new Error('mario@example.it'), { code });

test.each([
  ['a certificate of its own', withCode('DEPTH_ZERO_SELF_SIGNED_CERT'), /TLS certificate was not accepted/],
  ['an expired certificate', withCode('CERT_HAS_EXPIRED'), /TLS certificate was not accepted/],
  ['a certificate for another name', withCode('ERR_TLS_CERT_ALTNAME_INVALID'), /TLS certificate/],
  ['no such name', withCode('ENOTFOUND'), /does not exist/],
  ['a closed port', withCode('ECONNREFUSED'), /refused the connection/],
  ['a broken connection', new errors.SocketError('other side closed'), /broke off/],
  ['a fault without a name', new Error('x'), /^The connection to the receiver failed\.$/],
])('%s is a failed connection', (_name, error, message) => {
  const reason = callFailure(error, false);
  expect(reason.code).toBe('connection_failed');
  expect(reason.message).toMatch(message);
  expect(reason.message).not.toContain('mario');
});

test.each([
  new errors.ConnectTimeoutError('x'),
  new errors.HeadersTimeoutError('x'),
  new errors.BodyTimeoutError('x'),
  withCode('ETIMEDOUT'),
])('%o is a time-out', (error) => {
  expect(callFailure(error, false).code).toBe('delivery_timeout');
});

test('a call that was ended at its deadline is a time-out, whatever the error', () => {
  expect(callFailure(withCode('UND_ERR_ABORTED'), true).code).toBe('delivery_timeout');
});

test('the refusal of an address is thrown on, also out of another error', () => {
  const refused = expect.objectContaining({ code: 'address_refused' });
  expect(() => callFailure(addressRefused(), true)).toThrow(refused);
  expect(() => callFailure(new Error('connect', { cause: addressRefused() }), false)).toThrow(refused);
});
