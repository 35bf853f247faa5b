import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

// A clone of its own: the bootstrap, a lockfile, and an npx that stands in for the installation.
const source = fileURLToPath(new URL('..', import.meta.url));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'taskhook-clone-'));
  for (const name of ['bootstrap.mjs', 'bootstrap']) {
    cpSync(join(source, name), join(root, 'packages/embedded', name), { recursive: true });
  }
  mkdirSync(join(root, 'packages/embedded/src'));
  mkdirSync(join(root, 'bin'));
  write('pnpm-lock.yaml', 'lockfileVersion: 9\n');
  write('package.json', JSON.stringify({ type: 'module', scripts: {} }));
  npx('mkdir -p node_modules/.bin; ln -sf "$NODE" node_modules/.bin/node');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

function npx(body: string): void {
  write('bin/npx', `#!/bin/sh\necho "$*" >> '${root}/installs'\n${body}\n`);
  chmodSync(join(root, 'bin/npx'), 0o755);
}

const installs = () =>
  existsSync(join(root, 'installs')) ? readFileSync(join(root, 'installs'), 'utf8') : '';
const main = (text: string) => write('packages/embedded/src/main.ts', text);

function bootstrap(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'packages/embedded/bootstrap.mjs'), ...args], {
    env: { PATH: `${join(root, 'bin')}:${process.env['PATH']}`, NODE: process.execPath },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { child, exit, output: () => output };
}

test('it installs with the pinned pnpm before the first start, and not before the second', async () => {
  main('console.log("started");');
  const first = bootstrap('start');
  expect(await first.exit).toBe(0);
  expect(first.output()).toMatch(
    /Installing the dependencies.*\nDependencies installed in \d+ s\.\nstarted\n/,
  );
  const second = bootstrap('start');
  expect(await second.exit).toBe(0);
  expect(second.output()).toBe('started\n');
  expect(installs()).toBe('--yes pnpm@12.21.0 install --frozen-lockfile\n');
});

test('another lockfile means another installation', async () => {
  main('');
  await bootstrap('start').exit;
  write('pnpm-lock.yaml', 'lockfileVersion: 10\n');
  await bootstrap('start').exit;
  expect(installs().trim().split('\n')).toHaveLength(2);
});

test('a failed installation shows its output, fails, and is tried again the next time', async () => {
  npx('echo "no network"; exit 1');
  main('console.log("started");');
  const first = bootstrap('start');
  expect(await first.exit).toBe(1);
  expect(first.output()).toContain('no network');
  expect(first.output()).toContain('The installation failed (exit code 1)');
  expect(first.output()).not.toContain('started');
  await bootstrap('start').exit;
  expect(installs().trim().split('\n')).toHaveLength(2);
});

test('the exit code is that of what it runs, with Node first on the PATH', async () => {
  main(
    'import { execFileSync } from "node:child_process"; console.log(`${execFileSync("sh", ["-c", "command -v node"])}`); process.exit(7);',
  );
  const run = bootstrap('start');
  expect(await run.exit).toBe(7);
  expect(run.output()).toContain(join(root, 'node_modules/.bin/node'));
});

test('a SIGTERM is handed on, and the end of the child awaited', async () => {
  main(
    'process.once("SIGTERM", () => { console.log("ending"); clearInterval(timer); process.exitCode = 3; }); const timer = setInterval(() => {}, 1000); console.log("up");',
  );
  const run = bootstrap('start');
  await expect.poll(run.output, { timeout: 10_000 }).toContain('up\n');
  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(3);
  expect(run.output()).toContain('ending');
});

test('verify runs every check, one line each, and fails when one does', async () => {
  const scripts = {
    types: 'true',
    lint: 'echo "a finding"; false',
    'format:check': 'true',
    layers: 'true',
    unused: 'true',
    'check:docs': 'true',
    other: 'false',
  };
  write('package.json', JSON.stringify({ scripts }));
  const run = bootstrap('verify');
  expect(await run.exit).toBe(1);
  const told = run
    .output()
    .split('\n')
    .filter((line) => /^(ok|FAILED) /.test(line));
  expect(told.map((line) => line.split(/\s+/).slice(0, 2).join(' '))).toEqual([
    'ok types',
    'FAILED lint',
    'ok format:check',
    'ok layers',
    'ok unused',
    'ok check:docs',
  ]);
  expect(run.output()).toContain('a finding');
  expect(run.output()).toContain('Failed: lint.');
});

test('an unknown command is refused with the known ones', async () => {
  const run = bootstrap('fly');
  expect(await run.exit).toBe(2);
  expect(run.output()).toContain('<start|test|verify>');
  expect(installs()).toBe('');
});
