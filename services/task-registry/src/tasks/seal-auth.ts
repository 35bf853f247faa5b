import { HIDDEN_SECRET, SECRET_LENGTH, type Auth } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import { authProblems } from '@taskhook/leads';
import type { Vault } from '@taskhook/vault';
import { mapSecrets, secretsByPlace } from './auth-secrets.ts';

export interface SealedAuth {
  /** As it is stored and published. */
  auth: Auth;
  /** Why it cannot be saved; fields are paths from the task. */
  errors: FieldError[];
}

/**
 * Seals the secrets of an auth that a caller gave. A hidden one stands for the stored one at the
 * same place; one that is the stored one stays as it was sealed, so that nothing changes.
 */
export function sealAuth(vault: Vault, taskId: string, given: Auth, stored: Auth): SealedAuth {
  const context = `${taskId}:auth`;
  const sealed = secretsByPlace(stored);
  const held = new Map([...sealed].map(([place, text]) => [place, tryOpen(vault, text, context)]));
  const errors: FieldError[] = [];
  const opened = mapSecrets(given, (secret, place) => {
    const text = secret === HIDDEN_SECRET ? held.get(place) : secret;
    const message = text === undefined ? NOTHING_HIDDEN : problemOf(text);
    if (message !== undefined) errors.push({ field: `auth.${place}`, message });
    return text ?? secret;
  });
  const auth = mapSecrets(opened, (secret, place) => {
    const same = held.get(place) === secret ? sealed.get(place) : undefined;
    return same ?? vault.seal(secret, context);
  });
  return { auth, errors: errors.length > 0 ? errors : authProblems(opened) };
}

/** The auth of a task with its secrets in clear, so that another task can have it. */
export function openAuth(vault: Vault, taskId: string, stored: Auth): Auth {
  return mapSecrets(stored, (sealed) => vault.open(sealed, `${taskId}:auth`));
}

const NOTHING_HIDDEN = 'stands for the secret that is stored at this place, and there is none';

function problemOf(secret: string): string | undefined {
  return secret.length > SECRET_LENGTH ? `must not be longer than ${SECRET_LENGTH} characters` : undefined;
}

/** What was sealed with another key is lost, and may be replaced. */
function tryOpen(vault: Vault, sealed: string, context: string): string | undefined {
  try {
    return vault.open(sealed, context);
  } catch (error) {
    if (error instanceof TaskhookError) return undefined;
    throw error;
  }
}
