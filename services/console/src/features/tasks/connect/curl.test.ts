import { expect, test } from 'vitest';
import { curlFor } from './curl.ts';

const url = 'https://hooks.example.com/w/abc';

test('the command shows where the secret of the sender goes', () => {
  expect(curlFor(url, { type: 'none' })).not.toContain('<secret>');
  expect(curlFor(url, { type: 'header', name: 'x-key', secrets: ['a'] })).toContain("-H 'x-key: <secret>'");
  expect(curlFor(url, { type: 'basic', username: 'leads', secrets: ['a'] })).toContain("-u 'leads:<secret>'");
  expect(curlFor(url, { type: 'query', name: 'my key', secrets: ['a'] })).toContain('?my%20key=<secret>');
  expect(curlFor(url, { type: 'body', field: 'google_key', secrets: ['a'] })).toContain(
    '"google_key":"<secret>"',
  );
});
