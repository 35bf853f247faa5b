import { linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TaskhookError } from '@taskhook/errors';
import { livingPid, writePidFile } from '../processes/pid-file.ts';

/**
 * Claims the data folder for this process; the function given back lets it go. A claim whose process
 * is dead does not count. Throws `start_failed` when a living one holds it.
 */
export function lockDataDir(dataDir: string, pid: number): () => void {
  const file = join(dataDir, 'lock');
  const mine = `${file}.${pid}`;
  writePidFile(mine, pid);
  try {
    claim(mine, file, dataDir);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (livingPid(file) === pid) rmSync(file, { force: true });
  };
}

/** A link appears with its content or not at all, so nobody ever reads half a claim. */
function claim(mine: string, file: string, dataDir: string): void {
  if (linked(mine, file)) return;
  refuseIfHeld(file, dataDir);
  // Moved away, not deleted: of two who see a dead claim, one gets it, the other finds it gone.
  const dead = `${mine}.dead`;
  try {
    renameSync(file, dead);
    refuseIfHeld(dead, dataDir, () => renameSync(dead, file));
    rmSync(dead, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (!linked(mine, file)) throw held(dataDir, livingPid(file));
}

function linked(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseIfHeld(file: string, dataDir: string, undo = () => {}): void {
  const pid = livingPid(file);
  if (pid === undefined) return;
  undo();
  throw held(dataDir, pid);
}

function held(dataDir: string, pid: number | undefined): TaskhookError {
  return new TaskhookError(
    'start_failed',
    `Taskhook is already running with the data folder ${dataDir} (pid ${pid ?? 'unknown'}). Stop it first, or name another folder in TASKHOOK_DATA_DIR.`,
  );
}
