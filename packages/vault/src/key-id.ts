import { createHash } from 'node:crypto';

/** Tells keys apart without telling anything of them: 8 characters of base64url. */
export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8);
}
