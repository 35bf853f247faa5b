import { expect, test } from 'vitest';
import { mapGatewayAnswer } from './sms/gateway/map-answer.ts';
import { mapTwilioAnswer } from './sms/twilio/map-answer.ts';
import { mapAnswer as mapWhatsAppAnswer } from './whatsapp/map-answer.ts';

const answered = (status: number, body: unknown) => ({
  answered: true as const,
  status,
  headers: {},
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

test.each([
  [201, undefined, 'delivered', undefined],
  [401, 20_003, 'rejected', 'connection_refused'],
  [400, 21_211, 'rejected', 'invalid_recipient'],
  [400, 21_408, 'rejected', 'receiver_rejected'],
  [400, 21_610, 'rejected', 'receiver_rejected'],
  [400, 21_611, 'throttled', 'receiver_throttled'],
  [429, 20_429, 'throttled', 'receiver_throttled'],
  [400, 30_001, 'throttled', 'receiver_throttled'],
  [400, 99_999, 'rejected', 'receiver_rejected'],
  [500, 20_500, 'retry', 'receiver_failed'],
  [503, undefined, 'retry', 'receiver_failed'],
  [502, undefined, 'unknown', 'outcome_unknown'],
])('an answer of Twilio of %i with the error %s is %s', (status, code, outcome, error) => {
  const delivery = mapTwilioAnswer(
    answered(status, code === undefined ? '<html>' : { code, message: '+39333' }),
  );
  expect([delivery.outcome, delivery.error?.code]).toEqual([outcome, error]);
  expect(delivery.error?.message ?? '').not.toContain('+39333');
});

test.each([
  [200, undefined, 'delivered', undefined],
  [401, 190, 'rejected', 'connection_refused'],
  [403, 10, 'rejected', 'connection_refused'],
  [403, 200, 'rejected', 'connection_refused'],
  [400, 131_026, 'rejected', 'invalid_recipient'],
  [400, 131_047, 'rejected', 'receiver_rejected'],
  [400, 132_001, 'rejected', 'receiver_rejected'],
  [400, 130_429, 'throttled', 'receiver_throttled'],
  [400, 131_056, 'throttled', 'receiver_throttled'],
  [400, 80_007, 'throttled', 'receiver_throttled'],
  [500, 131_000, 'retry', 'receiver_failed'],
  [503, undefined, 'retry', 'receiver_failed'],
  [504, undefined, 'unknown', 'outcome_unknown'],
  [400, undefined, 'rejected', 'receiver_rejected'],
])('an answer of WhatsApp of %i with the error %s is %s', (status, code, outcome, error) => {
  const body = code === undefined ? 'no JSON' : { error: { code, message: '+39333' } };
  const delivery = mapWhatsAppAnswer(answered(status, body));
  expect([delivery.outcome, delivery.error?.code]).toEqual([outcome, error]);
  expect(delivery.error?.message ?? '').not.toContain('+39333');
});

test.each([
  [204, undefined, 'delivered'],
  [200, [202], 'rejected'],
  [202, [202], 'delivered'],
  [302, undefined, 'rejected'],
  [401, undefined, 'rejected'],
  [408, undefined, 'retry'],
  [429, undefined, 'throttled'],
  [500, undefined, 'retry'],
  [504, undefined, 'unknown'],
])('an answer of a gateway of %i, where success is %s, is %s', (status, success_statuses, outcome) => {
  const settings = success_statuses === undefined ? {} : { success_statuses };
  expect(mapGatewayAnswer(settings, answered(status, '')).outcome).toBe(outcome);
});
