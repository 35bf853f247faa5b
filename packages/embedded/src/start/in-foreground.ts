import { stripVTControlCharacters } from 'node:util';
import { TaskhookError } from '@taskhook/errors';
import type { Log } from '../servers/server.ts';

/** One Ctrl-C can come three times: from the terminal, from npm, and from the process before this. */
const sameSignal = 500;
const killedByHand = 130;

export interface Foreground {
  log: Log;
  /** Aborted at the first signal: stop, in order. */
  signal: AbortSignal;
  /** What to do at the second signal, at once and without waiting. */
  onKill(kill: () => void): void;
}

/**
 * Runs the whole life of a process in a terminal and ends it: exit code 0 after a signal and an
 * orderly stop, 1 with one line on stderr after a failure, 130 after a second signal.
 */
export async function inForeground(
  self: NodeJS.Process,
  run: (foreground: Foreground) => Promise<void>,
): Promise<void> {
  let kill = () => {};
  const signal = listen(self, () => kill());
  try {
    await run({
      log: (line) => void self.stdout.write(`${plainUnlessTerminal(self, line)}\n`),
      signal,
      onKill: (action) => (kill = action),
    });
  } catch (error) {
    self.stderr.write(`${describe(error)}\n`);
    self.exit(1);
  }
  self.exit(0);
}

/** The services write for a terminal; a file or a pipe gets no colours. */
function plainUnlessTerminal(self: NodeJS.Process, line: string): string {
  return self.stdout.isTTY ? line : stripVTControlCharacters(line);
}

function listen(self: NodeJS.Process, kill: () => void): AbortSignal {
  const stop = new AbortController();
  let stoppedAt = 0;
  const onSignal = () => {
    if (!stop.signal.aborted) {
      stoppedAt = Date.now();
      self.stdout.write('\nStopping … (Ctrl-C again kills)\n');
      stop.abort();
    } else if (Date.now() - stoppedAt > sameSignal) {
      kill();
      self.exit(killedByHand);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) self.on(name, onSignal);
  // A closed pipe or terminal must not end this process before its children.
  for (const stream of [self.stdout, self.stderr]) stream.on('error', () => {});
  self.on('uncaughtException', (error) => {
    self.stderr.write(`${describe(error)}\n`);
    kill();
    self.exit(1);
  });
  return stop.signal;
}

function describe(error: unknown): string {
  if (error instanceof TaskhookError) return `Taskhook cannot run: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
