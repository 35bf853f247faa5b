import type { Auth } from '@taskhook/contracts';
import type { Vault } from '@taskhook/vault';

/** A task's `auth` as it was given, its secrets opened. Throws `internal_error` where they cannot be. */
export function openAuth(vault: Vault, taskId: string, auth: Auth): Auth {
  if (auth.type === 'none') return auth;
  const open = (sealed: string): string => vault.open(sealed, `${taskId}:auth`);
  const secrets = auth.secrets.map(open);
  return auth.type === 'hmac' && auth.verify_token !== undefined
    ? { ...auth, secrets, verify_token: open(auth.verify_token) }
    : { ...auth, secrets };
}
