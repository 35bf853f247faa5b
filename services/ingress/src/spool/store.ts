import { mkdir } from 'node:fs/promises';
import { ClassicLevel } from 'classic-level';
import { TaskhookError } from '@taskhook/errors';

/** The store on disk: keys in the order of their bytes, writes that are whole or not there. */
export type Store = ClassicLevel;

/**
 * Opens the store of a folder, which it makes, for its owner alone. One process has it at a time; what
 * a process has written that was killed is read again. Undefined: another process has it. Throws
 * `start_failed`.
 */
export async function openStore(folder: string): Promise<Store | undefined> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // What is written is sealed, and does not compress.
    const store: Store = new ClassicLevel(folder, { compression: false });
    await store.open();
    return store;
  } catch (error) {
    if (isLocked(error)) return undefined;
    throw new TaskhookError(
      'start_failed',
      `The spool cannot be kept in ${folder}. Mend the folder, or name another in INGRESS_SPOOL_DIR.`,
      { cause: error },
    );
  }
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}

/** All keys that begin with a text, as a range. */
export const startingWith = (prefix: string) => ({ gte: prefix, lt: `${prefix}\uffff` });
