import type { SecretEncoding } from './recipe.ts';

const WHSEC = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** The bytes of a secret as it was copied from the sender; undefined where it is not written in this encoding. */
export function secretKey(secret: string, encoding: SecretEncoding): Buffer | undefined {
  if (encoding === 'text') return secret === '' ? undefined : Buffer.from(secret);
  const text = encoding === 'whsec' && secret.startsWith(WHSEC) ? secret.slice(WHSEC.length) : secret;
  if (!BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 0 ? undefined : bytes;
}
