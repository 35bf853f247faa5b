import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { environmentFor } from './pinned-node.mjs';

/**
 * Runs Node with this terminal and gives its exit code. A Ctrl-C reaches the child from the terminal
 * anyway, so this process never dies of a signal before its child: it passes on those in `forward`,
 * ignores the others, and waits.
 */
export function runInForeground(node, args, { root, forward }) {
  const child = spawn(node, args, { cwd: root, env: environmentFor(node, root), stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (forward.includes(signal)) child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
