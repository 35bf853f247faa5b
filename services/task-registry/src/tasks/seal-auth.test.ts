import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HIDDEN_SECRET, type Auth } from '@taskhook/contracts';
import { createVault } from '@taskhook/vault';
import { secretsByPlace } from './auth-secrets.ts';
import { sealAuth } from './seal-auth.ts';

const vault = createVault(randomBytes(32));
const none: Auth = { type: 'none' };
const header = (...secrets: string[]): Auth => ({ type: 'header', name: 'x-key', secrets });
const opened = (auth: Auth) =>
  [...secretsByPlace(auth).values()].map((text) => vault.open(text, 'task_1:auth'));

describe('sealing an auth', () => {
  it('gives what opens to the secrets, under the task alone', () => {
    const { auth, errors } = sealAuth(vault, 'task_1', header('a', 'b'), none);
    expect(errors).toEqual([]);
    expect(opened(auth)).toEqual(['a', 'b']);
    const [sealed = ''] = secretsByPlace(auth).values();
    expect(() => vault.open(sealed, 'task_2:auth')).toThrow('belongs to something else');
  });

  it('keeps the sealed text of a secret that stays, hidden or told again', () => {
    const { auth: stored } = sealAuth(vault, 'task_1', header('a'), none);
    expect(sealAuth(vault, 'task_1', header(HIDDEN_SECRET), stored).auth).toEqual(stored);
    expect(sealAuth(vault, 'task_1', header('a'), stored).auth).toEqual(stored);
    expect(sealAuth(vault, 'task_1', header('b'), stored).auth).not.toEqual(stored);
  });

  it('lets a secret be replaced whose key is lost, and not be kept', () => {
    const { auth: stored } = sealAuth(createVault(randomBytes(32)), 'task_1', header('a'), none);
    expect(opened(sealAuth(vault, 'task_1', header('b'), stored).auth)).toEqual(['b']);
    const kept = sealAuth(vault, 'task_1', header(HIDDEN_SECRET), stored);
    expect(kept.errors.map(({ field }) => field)).toEqual(['auth.secrets.0']);
  });
});
