import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type ServiceName = 'ingress' | 'task-runner' | 'task-registry';

export interface ServiceProcess {
  pid: number;
  /** Everything that it wrote. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  exited: Promise<number | NodeJS.Signals>;
}

const root = resolve(import.meta.dirname, '../../..');

/** Starts a service as its own process, as an operator would. It ends with the test process at the latest. */
export function spawnService(name: ServiceName, environment: Record<string, string>): ServiceProcess {
  const main = join(root, 'services', name, 'src/main.ts');
  const child = spawn(process.execPath, [main], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return {
    pid: child.pid ?? -1,
    output: () => output,
    kill: (signal) => void child.kill(signal),
    exited: exitOf(child),
  };
}

async function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return code ?? signal ?? -1;
}

/** Waits until an address answers 200. Throws with what the process wrote when it has ended, or in time has not. */
export async function untilReady(url: string, service: ServiceProcess, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let ended = false;
  void service.exited.then(() => {
    ended = true;
  });
  while (!ended && Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    await sleep(50);
  }
  throw new Error(`${url} is not ready:\n${service.output()}`);
}
