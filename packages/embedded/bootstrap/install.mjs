import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pnpm = 'pnpm@12.21.0';

/**
 * Installs the dependencies when node_modules is missing or belongs to another lockfile. The hash of
 * the lockfile that node_modules was made from is kept inside it. Throws with pnpm's output.
 */
export async function install(root) {
  const stampFile = join(root, 'node_modules', '.taskhook-installed');
  const wanted = stampOf(root);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;

  console.log('Installing the dependencies with pnpm (a minute or so the first time) …');
  const started = Date.now();
  const ticking = setInterval(() => console.log(`… still installing, ${seconds(started)} s`), 10_000);
  try {
    await runPnpm(root);
  } finally {
    clearInterval(ticking);
  }
  writeFileSync(stampFile, wanted);
  console.log(`Dependencies installed in ${seconds(started)} s.`);
}

function stampOf(root) {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'));
  return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch}\n`;
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}

function runPnpm(root) {
  // CI answers pnpm's questions; npx is a script on Windows, which only a shell runs.
  const child = spawn('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`npx cannot be run: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${output}\nThe installation failed (exit code ${code}). Its output is above.`));
    });
  });
}
