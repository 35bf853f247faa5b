import { spawn } from 'node:child_process';

export interface CommandResult {
  code: number;
  output: string;
}

export interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Milliseconds after which it is killed. */
  timeout: number;
  signal?: AbortSignal | undefined;
}

/**
 * Runs a command to its end without a terminal. Never throws: a command that cannot be run, takes
 * too long or is aborted gives a code other than 0.
 */
export function runCommand(command: string, args: string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve) => {
    const { signal, ...rest } = options;
    const child = spawn(command, args, {
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
      killSignal: 'SIGKILL',
      ...(signal && { signal }),
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ code: 127, output: output || error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
