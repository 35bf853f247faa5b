import { expect, test } from 'vitest';
import { bodyDigest } from './body-digest.ts';

test('the digest is SHA-256 in base64url', () =>
  // The digest of "abc" in FIPS 180-4, appendix B.1.
  expect(Buffer.from(bodyDigest(Buffer.from('abc')), 'base64url').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  ));

test('bytes that differ in a blank have another digest', () =>
  expect(bodyDigest(Buffer.from('{"a":1}'))).not.toBe(bodyDigest(Buffer.from('{"a": 1}'))));
