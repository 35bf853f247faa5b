import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSigner } from './signer.ts';

const [older, current] = [randomBytes(32), randomBytes(32)];

test('a signature is known again, also under an older key, and nothing else is', () => {
  const signature = createSigner('links', older).sign('a');
  const rotated = createSigner('links', current, [older]);
  expect(rotated.verify('a', signature)).toBe(true);
  expect(rotated.verify('b', signature)).toBe(false);
  expect(rotated.verify('a', signature.slice(1))).toBe(false);
  expect(rotated.verify('a', '')).toBe(false);
  expect(createSigner('links', current).verify('a', signature)).toBe(false);
});

test('what is signed for one purpose is worth nothing for another', () => {
  const signature = createSigner('links', current).sign('a');
  expect(createSigner('webhooks', current).verify('a', signature)).toBe(false);
});
