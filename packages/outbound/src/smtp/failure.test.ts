import { expect, test } from 'vitest';
import { TaskhookError } from '@taskhook/errors';
import { smtpFailure } from './failure.ts';

const told = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  [
    '550 5.1.1 <mario@x.it> unknown',
    'EENVELOPE',
    'rejected',
    'receiver_rejected',
    'there is no such mailbox',
  ],
  ['552 5.2.2 full', 'EENVELOPE', 'rejected', 'receiver_rejected', 'the mailbox is full'],
  ['554 no', 'EMESSAGE', 'rejected', 'receiver_rejected', 'answered 554.'],
  ['451 4.7.1 greylisted', 'EENVELOPE', 'retry', 'receiver_failed', 'answered 451'],
  ['421 4.7.28 too many', 'EMESSAGE', 'throttled', 'receiver_throttled', 'fewer mails'],
  ['535 5.7.8 no', 'EAUTH', 'rejected', 'connection_refused', 'user name and password'],
  ['454 4.7.0 not now', 'EAUTH', 'retry', 'receiver_failed', 'answered 454'],
])('an answer of %s is what it says', (response, code, outcome, errorCode, words) => {
  const failure = smtpFailure(told('x', { code, response, responseCode: Number(response.slice(0, 3)) }));
  expect(failure).toMatchObject({ outcome, error: { code: errorCode }, response });
  expect(failure.error.message).toContain(words);
  expect(failure.error.message).not.toContain('mario');
});

test.each([
  [told('connect ECONNREFUSED 1.2.3.4:25', { code: 'ESOCKET' }), 'refused the connection'],
  [told('getaddrinfo ENOTFOUND mail.x', { code: 'EDNS' }), 'does not exist'],
  [told('Connection closed unexpectedly', { code: 'ECONNECTION' }), 'broke off'],
  [told('certificate has expired', { code: 'ESOCKET' }), 'certificate was not accepted'],
  [told('self-signed certificate', { code: 'ETLS' }), 'certificate was not accepted'],
  [told('0A00:SSL routines:wrong version number', { code: 'ESOCKET' }), 'does not offer the encryption'],
  [told('STARTTLS', { code: 'ETLS', responseCode: 502 }), 'does not offer the encryption'],
])('%s may be something else next time', (error, words) => {
  expect(smtpFailure(error)).toMatchObject({ outcome: 'retry', error: { code: 'connection_failed' } });
  expect(smtpFailure(error).error.message).toContain(words);
});

test('a server that does not answer in time is told as that', () => {
  expect(smtpFailure(told('Timeout', { code: 'ETIMEDOUT' })).error.code).toBe('delivery_timeout');
});

test('an address that may not be reached is not tried again', () => {
  expect(() => smtpFailure(new TaskhookError('address_refused', 'no'))).toThrow('no');
});
