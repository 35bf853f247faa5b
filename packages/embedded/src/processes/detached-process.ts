import { spawn, type ChildProcess } from 'node:child_process';
import { TaskhookError } from '@taskhook/errors';
import { removePidFile, signalGroup, writePidFile } from './pid-file.ts';

export interface ProcessOptions {
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Where stdout and stderr go: a file descriptor, or 'pipe'. */
  output: number | 'pipe';
  pidFile: string;
}

export interface DetachedProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Settles when the process has ended, with its exit code or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  /** SIGTERM, then SIGKILL after `deadline` milliseconds. */
  stop(deadline: number): Promise<void>;
}

/**
 * Starts a process in a session of its own: the Ctrl-C of a terminal does not reach it, so it ends
 * when and in which order its owner wants. It is noted in the pid file while it lives.
 */
export async function startDetached(options: ProcessOptions): Promise<DetachedProcess> {
  const child = spawn(options.command, options.args, {
    detached: true,
    stdio: ['ignore', options.output, options.output],
    windowsHide: true,
    ...(options.env && { env: options.env }),
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  const exited = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1));
  });
  const pid = await spawned(child, options.command);
  writePidFile(options.pidFile, pid);
  endWithThisProcess(pid, exited);
  return {
    pid,
    child,
    exited,
    stop: (deadline) => stop(child, exited, deadline).finally(() => removePidFile(options.pidFile)),
  };
}

function spawned(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid ?? 0));
    child.once('error', (cause) => {
      reject(new TaskhookError('start_failed', `${command} cannot be run: ${cause.message}`, { cause }));
    });
  });
}

/** An orderly stop has ended it long before; this is for a process that exits without one. */
function endWithThisProcess(pid: number, exited: Promise<unknown>): void {
  const end = () => signalGroup(pid, 'SIGTERM');
  process.once('exit', end);
  void exited.then(() => process.off('exit', end));
}

async function stop(child: ChildProcess, exited: Promise<unknown>, deadline: number): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      signalGroup(child.pid, name);
  };
  signal('SIGTERM');
  const timer = setTimeout(() => signal('SIGKILL'), deadline);
  await exited;
  clearTimeout(timer);
}
