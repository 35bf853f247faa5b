import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAddressHasher } from './address-hasher.ts';

const [older, current] = [randomBytes(32), randomBytes(32)];
const PHONE = '+393331234567';

test('the same address has the same id, which says nothing of it', () => {
  const hasher = createAddressHasher(current);
  const id = hasher.hash('phone', PHONE);
  expect(id).toMatch(/^[\w-]{8}\.[\w-]{43}$/);
  expect(createAddressHasher(current).hash('phone', PHONE)).toBe(id);
  expect(hasher.hash('phone', '+393331234568')).not.toBe(id);
  expect(hasher.hash('email', PHONE)).not.toBe(id);
});

test('another key gives another id', () => {
  const [a, b] = [createAddressHasher(older), createAddressHasher(current)];
  const keyed = a.hash('phone', PHONE).split('.')[1];
  expect(b.hash('phone', PHONE)).not.toContain(keyed);
});

test('after a rotation the id under the older key is among those that an address is found by', () => {
  const before = createAddressHasher(older).hash('phone', PHONE);
  const rotated = createAddressHasher(current, [older]);
  expect(rotated.hashes('phone', PHONE)).toEqual([rotated.hash('phone', PHONE), before]);
  expect(createAddressHasher(current, [current]).hashes('phone', PHONE)).toHaveLength(1);
});
