import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { derivedKey } from './derived-key.ts';

test('a derived key is the same again, and another for another purpose or secret', () => {
  const [secret, other] = [randomBytes(32), randomBytes(32)];
  expect(derivedKey(secret, 'a')).toBe(derivedKey(secret, 'a'));
  expect(new Set([derivedKey(secret, 'a'), derivedKey(secret, 'b'), derivedKey(other, 'a')]).size).toBe(3);
  expect(Buffer.from(derivedKey(secret, 'a'), 'base64url')).toHaveLength(32);
});
