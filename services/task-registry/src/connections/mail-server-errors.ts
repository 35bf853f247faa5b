import { createPrivateKey } from 'node:crypto';
import type { SettingsOf } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';

type MailServer = Pick<SettingsOf<'smtp'>, 'username' | 'password' | 'dkim'>;

/** A login has both of its parts, and a key can sign. */
export function mailServerErrors({ username, password, dkim }: MailServer): FieldError[] {
  const errors: FieldError[] = [];
  if (username !== undefined && password === undefined)
    errors.push({ field: 'password', message: 'is required beside username' });
  if (username === undefined && password !== undefined)
    errors.push({ field: 'username', message: 'is required beside password' });
  if (dkim !== undefined && !canSign(dkim.private_key))
    errors.push({
      field: 'dkim.private_key',
      message: 'must be an RSA or Ed25519 key in PEM, without a passphrase',
    });
  return errors;
}

function canSign(pem: string): boolean {
  try {
    return ['rsa', 'ed25519'].includes(createPrivateKey(pem).asymmetricKeyType ?? '');
  } catch {
    return false;
  }
}
