// Runs on any Node from 20 on, before anything is installed: plain JavaScript without dependencies.
//   node packages/embedded/bootstrap.mjs <start|test|verify> [arguments…]
import { fileURLToPath } from 'node:url';
import { install } from './bootstrap/install.mjs';
import { pinnedNode } from './bootstrap/pinned-node.mjs';
import { runInForeground } from './bootstrap/run.mjs';
import { verify } from './bootstrap/verify.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command, ...args] = process.argv.slice(2);

/** Each command gives the exit code. */
const commands = {
  start: (node) =>
    runInForeground(node, [`${root}packages/embedded/src/main.ts`, ...args], {
      root,
      forward: ['SIGINT', 'SIGTERM', 'SIGHUP'],
    }),
  test: (node) =>
    runInForeground(node, [`${root}node_modules/vitest/vitest.mjs`, 'run', ...args], {
      root,
      forward: ['SIGTERM'],
    }),
  verify: (node) => verify(node, root),
};

const run = commands[command];
if (run === undefined) {
  console.error(
    `Usage: node packages/embedded/bootstrap.mjs <${Object.keys(commands).join('|')}> [arguments…]`,
  );
  process.exit(2);
}
try {
  await install(root);
  process.exitCode = await run(pinnedNode(root));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
