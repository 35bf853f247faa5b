import { LRUCache } from 'lru-cache';
import { TaskhookError } from '@taskhook/errors';
import type { ReadModel } from '@taskhook/queue';
import type { Vault } from '@taskhook/vault';

/** Gives the signing secret of a task in clear. */
export type SigningSecrets = (taskId: string) => Promise<string>;

const CACHED_SECRETS = 1_000;

/**
 * The sealed text is read each time, so that a rotated secret is used at once; opening it is what the
 * cache saves. Throws `internal_error` where there is none or the key does not open it: a fault of the
 * machinery, which the step waits out.
 */
export function createSigningSecrets(readModel: ReadModel, vault: Vault): SigningSecrets {
  const opened = new LRUCache<string, string>({ max: CACHED_SECRETS });
  return async (taskId) => {
    const sealed = await readModel.sealedSigningSecret(taskId);
    if (sealed === null) throw new TaskhookError('internal_error', 'The task has no signing secret.');
    const known = opened.get(`${taskId}:${sealed}`);
    if (known !== undefined) return known;
    const secret = vault.open(sealed, taskId);
    opened.set(`${taskId}:${sealed}`, secret);
    return secret;
  };
}
