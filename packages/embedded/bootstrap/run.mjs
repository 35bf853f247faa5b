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
  let signalled = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      signalled = true;
      if (forward.includes(signal)) child.kill(signal);
    });
  }
  if (process.env.npm_lifecycle_event !== undefined) {
    onParentsEnd(() => signalled || child.kill('SIGTERM'));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * npm hands a SIGTERM to the shell between it and this process, and the shell dies without handing it
 * on. So the end of the parent has to be seen.
 */
function onParentsEnd(action) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    action();
  }, 500);
  timer.unref();
}
