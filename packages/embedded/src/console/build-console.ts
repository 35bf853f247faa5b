import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TaskhookError } from '@taskhook/errors';
import { runCommand } from '../processes/run-command.ts';
import { sayWhenSlow } from '../say-when-slow.ts';
import type { Log } from '../servers/server.ts';
import { sourcesDigest } from './sources-digest.ts';
import { takeTurns } from './take-turns.ts';

export interface BuildOptions {
  /** The folder of the project. */
  root: string;
  log: Log;
  signal?: AbortSignal | undefined;
}

const timeout = 5 * 60_000;
const stampName = '.built-from';

/**
 * Builds the web console unless its last build was made from the same sources; gives the folder with its
 * files. Who comes while another builds waits and takes its result. Throws `start_failed` with what the
 * build said.
 */
export async function buildConsole({ root, log, signal }: BuildOptions): Promise<string> {
  const home = join(root, 'services', 'console');
  const target = join(home, 'dist');
  const wanted = sourcesDigest(root);
  if (builtFrom(target) === wanted) return target;
  await takeTurns(join(home, 'dist-turn'), timeout, signal, async () => {
    if (builtFrom(target) === wanted) return;
    log('Building the console …');
    await sayWhenSlow('building the console', log, () => build({ home, target, wanted, signal }));
  });
  return target;
}

function builtFrom(folder: string): string | undefined {
  const stamp = join(folder, stampName);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

interface Build {
  home: string;
  target: string;
  wanted: string;
  signal: AbortSignal | undefined;
}

/** Beside the last one, which stays whole until this one is. */
async function build({ home, target, wanted, signal }: Build): Promise<void> {
  const fresh = join(home, 'dist-fresh');
  const old = join(home, 'dist-old');
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  await runVite(home, fresh, signal);
  writeFileSync(join(fresh, stampName), wanted);
  if (existsSync(target)) await rename(target, old);
  await rename(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

async function runVite(home: string, outDir: string, signal: AbortSignal | undefined): Promise<void> {
  const vite = createRequire(join(home, 'package.json')).resolve('vite/package.json');
  const program = join(vite, '..', 'bin', 'vite.js');
  const args = [program, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  // Vite would take the mode of whoever builds, and a test's gives React's slow and large variant.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await runCommand(process.execPath, args, { cwd: home, env, timeout, signal });
  signal?.throwIfAborted();
  if (code !== 0)
    throw new TaskhookError('start_failed', `The console could not be built:\n${output.trim()}`);
}
