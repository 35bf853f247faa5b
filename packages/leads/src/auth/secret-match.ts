import { hash, timingSafeEqual } from 'node:crypto';

/** Whether one of the texts is one of the secrets. */
export type SecretMatch = (given: readonly (string | Uint8Array)[]) => boolean;

/**
 * Compares digests, which are of one length, and all of them: the time taken tells nothing of a
 * secret, its length or its place.
 */
export function secretMatch(secrets: readonly (string | Uint8Array)[]): SecretMatch {
  const known = secrets.map(digest);
  return (given) => {
    let found = false;
    for (const one of given) {
      const candidate = digest(one);
      for (const secret of known) found = timingSafeEqual(secret, candidate) || found;
    }
    return found;
  };
}

function digest(text: string | Uint8Array): Uint8Array {
  return hash('sha256', text, 'buffer');
}
