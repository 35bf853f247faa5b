import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { waitUntil } from '../wait-until.ts';
import { identityOf } from './identity.ts';

const gentle = 10_000;

/** Notes a process in a file, so that a later start can find it should this one die first. */
export function writePidFile(file: string, pid: number): void {
  writeFileSync(file, `${JSON.stringify({ pid, identity: identityOf(pid) })}\n`);
}

export function removePidFile(file: string): void {
  rmSync(file, { force: true });
}

/** The pid noted in the file, if that very process still lives. */
export function livingPid(file: string): number | undefined {
  try {
    const noted: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof noted !== 'object' || noted === null || !('pid' in noted) || !('identity' in noted))
      return undefined;
    const { pid, identity } = noted;
    if (typeof pid !== 'number' || typeof identity !== 'string') return undefined;
    return identityOf(pid) === identity ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends the process that a start which was itself killed has left behind: SIGTERM, and SIGKILL after
 * ten seconds. Two servers must never work on one data folder.
 */
export async function endLeftover(file: string, name: string, log: (line: string) => void): Promise<void> {
  const pid = livingPid(file);
  if (pid === undefined) return removePidFile(file);
  log(`Stopping the ${name} that an earlier start left behind (pid ${pid}) …`);
  signalGroup(pid, 'SIGTERM');
  if (!(await waitUntil(() => livingPid(file) === undefined, gentle))) {
    signalGroup(pid, 'SIGKILL');
    await waitUntil(() => livingPid(file) === undefined, gentle);
  }
  removePidFile(file);
}

/** Signals a process with its group, which it leads; on Windows, which has none, the process alone. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended already.
  }
}
