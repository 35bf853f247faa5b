import { expect, test } from 'vitest';
import { idPatterns, newRunId, newWebhookToken } from './ids.ts';

test('ten thousand run ids differ, match their pattern and sort by their time', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => newRunId(1_700_000_000_000 + i));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => new RegExp(idPatterns.run).test(id))).toBe(true);
});

test('a webhook token has 128 random bits in URL-safe characters', () => {
  const token = newWebhookToken();
  expect(Buffer.from(token, 'base64url').length).toBe(16);
  expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
});
