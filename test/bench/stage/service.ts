import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { until, type ServiceName } from '@taskhook/testing';

/** A service as an operator runs it, with its log in a file. */
export interface RunningService {
  pid: number;
  pause(): void;
  resume(): void;
  /** Asks it to stop and waits for its end. Throws where it did not stop cleanly. */
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../..');
const READY_MS = 20_000;

/** Starts a service and waits until `readyUrl` answers 200. */
export async function startService(
  name: ServiceName,
  environment: Record<string, string>,
  readyUrl: string,
  logFile: string,
): Promise<RunningService> {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [join(root, 'services', name, 'src/main.ts')], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  await until(
    `${name} to be ready`,
    async () => {
      if (child.exitCode !== null) throw new Error(`${name} has ended:\n${readFileSync(logFile, 'utf8')}`);
      return (await fetch(readyUrl).catch(() => undefined))?.ok;
    },
    READY_MS,
  );
  return {
    pid: child.pid ?? -1,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    close: async () => {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      const [code, signal] = await exited;
      if (code !== 0) throw new Error(`${name} ended with ${String(code ?? signal)}, see ${logFile}`);
    },
  };
}
