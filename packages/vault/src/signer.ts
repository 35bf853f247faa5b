import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Makes and knows again what only this installation can have made, such as a link in a mail. */
export interface Signer {
  /** 22 characters of base64url, the same for the same text. */
  sign(text: string): string;
  /** Whether `signature` is that of the text under the current key or an older one. */
  verify(text: string, signature: string): boolean;
}

/** The purpose of tokens by which a provider makes sure of the address of a connection, whose id they sign. */
export const VERIFY_TOKENS = 'verify tokens';

/** 128 bits: nobody tries that many over HTTP, and links stay short. */
const SIGNATURE_BYTES = 16;

/** A signer for one purpose: what it has signed is worth nothing elsewhere. */
export function createSigner(purpose: string, key: Buffer, olderKeys: readonly Buffer[] = []): Signer {
  const current = deriveSigning(purpose, key);
  const all = [current, ...olderKeys.map((older) => deriveSigning(purpose, older))];
  return {
    sign: (text) => current(text).toString('base64url'),
    verify: (text, signature) => {
      const given = Buffer.from(signature, 'base64url');
      return given.length === SIGNATURE_BYTES && all.some((sign) => timingSafeEqual(sign(text), given));
    },
  };
}

function deriveSigning(purpose: string, key: Buffer): (text: string) => Buffer {
  const derived = Buffer.from(hkdfSync('sha256', key, '', `taskhook ${purpose}`, 32));
  return (text) => createHmac('sha256', derived).update(text).digest().subarray(0, SIGNATURE_BYTES);
}
