import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { TaskhookError } from '@taskhook/errors';
import { keyIdOf } from './key-id.ts';

/** Keeps secrets unreadable wherever they are stored: AES-256-GCM with keys from the configuration. */
export interface Vault {
  /** `context` says what the secret belongs to; it opens under the same one only. */
  seal(secret: string, context: string): string;
  /** Throws `internal_error` for a text that was sealed with an unknown key or for another context. */
  open(sealed: string, context: string): string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A vault with keys of 32 bytes each: it seals with `key`, and opens what that or one of the older
 * keys has sealed. A sealed text is `v1.<key id>.<iv, tag and ciphertext in base64url>`.
 */
export function createVault(key: Buffer, olderKeys: readonly Buffer[] = []): Vault {
  const current = keyIdOf(key);
  const keys = new Map([...olderKeys, key].map((one) => [keyIdOf(one), one]));
  return {
    seal: (secret, context) => `v1.${current}.${encrypt(key, secret, context).toString('base64url')}`,
    open: (sealed, context) => {
      const [version, id = '', payload] = sealed.split('.');
      const opener = keys.get(id);
      if (version !== 'v1' || opener === undefined || payload === undefined) {
        throw new TaskhookError(
          'internal_error',
          'A stored secret was sealed with another TASKHOOK_SECRET_KEY; name it in TASKHOOK_OLD_SECRET_KEYS.',
        );
      }
      return decrypt(opener, Buffer.from(payload, 'base64url'), context);
    },
  };
}

function encrypt(key: Buffer, secret: string, context: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer, payload: Buffer, context: string): string {
  const iv = payload.subarray(0, IV_BYTES);
  const tag = payload.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    const text = Buffer.concat([decipher.update(payload.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  } catch (cause) {
    throw new TaskhookError('internal_error', 'A stored secret was changed or belongs to something else.', {
      cause,
    });
  }
}
