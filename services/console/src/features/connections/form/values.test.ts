import { expect, test } from 'vitest';
import type { Connection } from '../../../api/types.ts';
import { emptyValues, toInput, toPatch, unreadable, valuesOf } from './values.ts';

const kept: Connection = {
  id: 'conn_01k9zq8m3t5v7w9x1y3z5a7b9c',
  name: 'Mail',
  provider: 'smtp',
  host: 'mail.example',
  port: 587,
  security: 'starttls',
  username: 'corso',
  from: 'info@corso.example',
  limits: { rate: 10, per: '1s' },
  created_at: '2026-11-24T08:00:00.000Z',
  updated_at: '2026-11-24T08:00:00.000Z',
};

test('a new connection leaves out what is empty, and limits without a rate', () => {
  const values = { ...emptyValues('smtp', ' Mail '), host: 'mail.example', from: 'a@b.example' };
  expect(toInput('smtp', { ...values, 'limits.per': '1m', 'dkim.domain': 'b.example' })).toEqual({
    name: 'Mail',
    provider: 'smtp',
    host: 'mail.example',
    port: 587,
    security: 'starttls',
    from: 'a@b.example',
    dkim: { domain: 'b.example' },
  });
});

test('a gateway has headers and secrets by lines, a body of JSON or of one text, and statuses by commas', () => {
  const values = {
    ...emptyValues('sms-http', 'Gateway'),
    url: 'https://sms.example/send',
    headers: 'authorization: Bearer {{secrets.key}}\n\nx-from: https://a.example',
    secrets: 'key=a=b',
    body: '{ "to": "{{to}}" }',
    success_statuses: '200, 202',
  };
  expect(toInput('sms-http', values)).toMatchObject({
    headers: { authorization: 'Bearer {{secrets.key}}', 'x-from': 'https://a.example' },
    secrets: { key: 'a=b' },
    body: { to: '{{to}}' },
    success_statuses: [200, 202],
  });
  expect(toInput('sms-http', { ...values, body: '{{to}}' })).toMatchObject({ body: '{{to}}' });
  expect(unreadable('sms-http', { ...values, body: '{ "to"', headers: 'no colon' })).toEqual([
    'headers',
    'body',
  ]);
});

test('a change keeps secrets that are not typed, and takes away what was emptied', () => {
  const values = valuesOf(kept);
  expect(toPatch(kept, values)).not.toHaveProperty('password');
  expect(toPatch(kept, { ...values, 'limits.rate': '' })).toMatchObject({ limits: null });
  expect(toPatch(kept, { ...values, username: '' })).toMatchObject({ username: null, password: null });
});
