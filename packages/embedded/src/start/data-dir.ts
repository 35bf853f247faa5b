import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TaskhookError } from '@taskhook/errors';

export const serverDirs = ['redis', 'mongodb'] as const;
export const servicesDir = 'services';

/** Makes the data folder with its parts. Throws `start_failed` when it cannot be written. */
export function prepareDataDir(dataDir: string): void {
  try {
    for (const part of ['', ...serverDirs, servicesDir]) {
      mkdirSync(join(dataDir, part), { recursive: true, mode: 0o700 });
    }
    const probe = join(dataDir, '.write-probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new TaskhookError(
      'start_failed',
      `The data folder ${dataDir} cannot be used (${reasonOf(cause)}). Mend it, or name another in TASKHOOK_DATA_DIR.`,
      { cause },
    );
  }
}

function reasonOf(cause: unknown): string {
  const { code, path, message } = cause as NodeJS.ErrnoException;
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `a file stands in the place of the folder ${path ?? ''}`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `no right to write ${path ?? 'there'}`;
  return message;
}
