import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TaskhookError } from '@taskhook/errors';
import { openStore, type Store } from './store.ts';

export interface OpenFolder {
  name: string;
  store: Store;
}

const MOST_FOLDERS = 256;

/**
 * Opens the first sub-folder that no living process has: `0`, `1`, … So processes on one machine can
 * share a folder, and one that starts again finds what it had. Throws `start_failed`.
 */
export async function openFreeFolder(dir: string): Promise<OpenFolder> {
  for (let number = 0; number < MOST_FOLDERS; number += 1) {
    const name = String(number);
    const store = await openStore(join(dir, name));
    if (store !== undefined) return { name, store };
  }
  throw new TaskhookError(
    'start_failed',
    `All ${MOST_FOLDERS} spools in ${dir} belong to running processes.`,
  );
}

/** Opens one after the other those sub-folders that processes have left which are no more. */
export async function* leftFolders(dir: string, own: string): AsyncGenerator<OpenFolder> {
  const names = (await readdir(dir)).filter((name) => /^\d{1,3}$/.test(name) && name !== own);
  for (const name of names) {
    const store = await openStore(join(dir, name));
    if (store !== undefined) yield { name, store };
  }
}
