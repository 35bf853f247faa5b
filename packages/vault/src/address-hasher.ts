import { createHmac, hkdfSync } from 'node:crypto';
import { keyIdOf } from './key-id.ts';

type Kind = 'phone' | 'email';

/**
 * Gives phone numbers and e-mail addresses ids that say nothing of them to who lacks the key: a plain
 * digest of a phone number is undone by trying all numbers. An address has to come in its one form
 * (E.164; lower-case).
 */
export interface AddressHasher {
  /** The id under the current key: `<key id>.<HMAC-SHA256 in base64url>`. */
  hash(kind: Kind, address: string): string;
  /** The ids under all keys, the current one first: what was kept under an older key is found too. */
  hashes(kind: Kind, address: string): string[];
}

/** A hasher with keys derived (RFC 5869) from those of the vault. */
export function createAddressHasher(key: Buffer, olderKeys: readonly Buffer[] = []): AddressHasher {
  const current = keyedHash(key);
  const all = [current, ...olderKeys.map(keyedHash)];
  return {
    hash: current,
    hashes: (kind, address) => [...new Set(all.map((hash) => hash(kind, address)))],
  };
}

function keyedHash(key: Buffer): (kind: Kind, address: string) => string {
  const id = keyIdOf(key);
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'taskhook address', 32));
  return (kind, address) =>
    `${id}.${createHmac('sha256', derived).update(`${kind}:${address}`).digest('base64url')}`;
}
