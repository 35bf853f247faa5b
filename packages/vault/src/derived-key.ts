import { hkdfSync } from 'node:crypto';

const BYTES = 32;

/** A key for one purpose, made of TASKHOOK_SECRET_KEY by HKDF (RFC 5869), in base64url. It tells nothing of that. */
export function derivedKey(secretKey: Buffer, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', secretKey, '', `taskhook ${purpose}`, BYTES)).toString('base64url');
}
