import type { AddressHasher } from './address-hasher.ts';
import { createSigner } from './signer.ts';

/** Tokens of links in mails, by which their reader is suppressed. They hold the keyed hash of the address. */
export interface UnsubscribeTokens {
  make(email: string): string;
  /** The id of the address; undefined for a token that this installation has not made. */
  read(token: string): string | undefined;
}

/** A token is `<id of the address>.<signature>`. */
export function createUnsubscribeTokens(
  addresses: Pick<AddressHasher, 'hash'>,
  key: Buffer,
  olderKeys: readonly Buffer[] = [],
): UnsubscribeTokens {
  const signer = createSigner('unsubscribe', key, olderKeys);
  return {
    make: (email) => {
      const id = addresses.hash('email', email);
      return `${id}.${signer.sign(id)}`;
    },
    read: (token) => {
      const end = token.lastIndexOf('.');
      const id = token.slice(0, Math.max(end, 0));
      return signer.verify(id, token.slice(end + 1)) ? id : undefined;
    },
  };
}
