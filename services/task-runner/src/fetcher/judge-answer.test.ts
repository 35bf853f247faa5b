import type { Provider } from '@taskhook/contracts';
import { expect, test } from 'vitest';
import { judgeAnswer } from './judge-answer.ts';
import { leadProviders } from './providers/index.ts';
import type { ProviderAnswer } from './providers/provider.ts';

function judge(
  provider: Provider,
  status: number,
  body: unknown = '',
  headers: ProviderAnswer['headers'] = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return judgeAnswer(leadProviders[provider], { status, headers, body: Buffer.from(text) });
}

const graphError = (code: number, error_subcode?: number) => ({ error: { code, error_subcode } });

test.each([
  [200, undefined],
  [204, 'not_found'],
  [302, 'rejected'],
  [400, 'rejected'],
  [401, 'refused'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [408, 'retry'],
  [410, 'not_found'],
  [429, 'throttled'],
  [500, 'retry'],
  [503, 'retry'],
])('a status of %i without a word is %s, whoever answers', (status, outcome) => {
  for (const provider of ['meta', 'linkedin', 'hubspot', 'zoho'] as const) {
    expect(judge(provider, status)?.outcome).toBe(outcome);
    expect(judge(provider, status, '<html>')?.outcome).toBe(outcome);
  }
});

test.each([
  ['an expired token', 190, 463, 'refused'],
  ['a token that is not one', 190, undefined, 'refused'],
  ['a missing permission', 200, undefined, 'forbidden'],
  ['a missing permission of the page', 10, undefined, 'forbidden'],
  ['an object that is not there', 100, 33, 'not_found'],
  ['a wrong parameter', 100, undefined, 'rejected'],
  ['the limit of the app', 4, undefined, 'throttled'],
  ['the limit of the user', 17, undefined, 'throttled'],
  ['the limit of the page', 32, undefined, 'throttled'],
  ['a custom limit', 613, undefined, 'throttled'],
  ['a limit of a business use case', 80_004, undefined, 'throttled'],
  ['a fault of a moment', 2, undefined, 'retry'],
])('Meta: %s is told by its code, whatever the status', (_name, code, subcode, outcome) => {
  expect(judge('meta', 400, graphError(code, subcode))?.outcome).toBe(outcome);
  expect(judge('meta', 403, graphError(code, subcode))?.outcome).toBe(outcome);
});

test('Meta: an expired token is told as such', () => {
  expect(judge('meta', 401, graphError(190, 463))?.detail).toBe('it has expired');
});

test('Meta: a page is left alone for as long as the usage header says', () => {
  const usage = { '724302907610000': [{ type: 'leadgen', estimated_time_to_regain_access: 19 }] };
  const headers = { 'x-business-use-case-usage': JSON.stringify(usage) };
  expect(judge('meta', 400, graphError(80_005), headers)?.retryAfterMs).toBe(19 * 60_000);
  expect(judge('meta', 400, graphError(80_005), { 'x-business-use-case-usage': '[' })).not.toHaveProperty(
    'retryAfterMs',
  );
});

test.each([
  ['INVALID_TOKEN', 'refused'],
  ['OAUTH_SCOPE_MISMATCH', 'forbidden'],
  ['INVALID_DATA', 'not_found'],
  ['MANDATORY_NOT_FOUND', 'rejected'],
])('Zoho: the code %s is %s', (code, outcome) => {
  expect(judge('zoho', 400, { code, status: 'error' })?.outcome).toBe(outcome);
});

test('a pause that is asked for in Retry-After is kept, with or without a code', () => {
  expect(judge('hubspot', 429, '', { 'retry-after': '10' })?.retryAfterMs).toBe(10_000);
  expect(judge('meta', 503, graphError(2), { 'retry-after': '3' })?.retryAfterMs).toBe(3_000);
});
