import { hash } from 'node:crypto';

/** SHA-256 of the body in base64url (43 characters): tells whether two requests carried the same bytes. */
export function bodyDigest(body: Uint8Array): string {
  return hash('sha256', body, 'base64url');
}
