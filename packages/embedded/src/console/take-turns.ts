import { linkSync, rmSync } from 'node:fs';
import { livingPid, writePidFile } from '../processes/pid-file.ts';
import { waitUntil } from '../wait-until.ts';

/** Does the work when no other process on this machine does so under the same file, and gives what it gave. */
export async function takeTurns<T>(
  file: string,
  timeout: number,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const mine = `${file}-${process.pid}`;
  writePidFile(mine, process.pid);
  try {
    await waitUntil(() => isClaimed(mine, file), timeout, signal);
    return await work();
  } finally {
    if (livingPid(file) === process.pid) rmSync(file, { force: true });
    rmSync(mine, { force: true });
  }
}

/** A link appears with its content or not at all. The claim of a process that has died does not count. */
function isClaimed(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (livingPid(file) === undefined) rmSync(file, { force: true });
    return false;
  }
}
