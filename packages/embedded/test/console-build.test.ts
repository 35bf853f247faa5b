import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildConsole } from '../src/index.ts';
import { runCommand } from '../src/processes/run-command.ts';

/** Stands in for Vite: notes that it was called, and copies the source, unless that is broken. */
const vite = `
const { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const out = process.argv[process.argv.indexOf('--outDir') + 1];
appendFileSync('calls', 'x');
if (readFileSync('src/main.tsx', 'utf8') === 'broken') { console.error('syntax error'); process.exit(1); }
mkdirSync(out, { recursive: true });
cpSync('src/main.tsx', out + '/index.html');
writeFileSync(out + '/mode', process.env.NODE_ENV);
`;

let root: string;
let home: string;
let lines: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'taskhook-build-'));
  home = join(root, 'services/console');
  mkdirSync(join(home, 'src'), { recursive: true });
  mkdirSync(join(home, 'node_modules/vite/bin'), { recursive: true });
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json', 'services/console/package.json']) {
    writeFileSync(join(root, file), '{}');
  }
  writeFileSync(join(home, 'node_modules/vite/package.json'), '{ "name": "vite" }');
  writeFileSync(join(home, 'node_modules/vite/bin/vite.js'), vite);
  source('one');
  lines = [];
});

afterEach(() => rmSync(root, { recursive: true }));

const source = (text: string): void => writeFileSync(join(home, 'src/main.tsx'), text);
const builds = (): number => readFileSync(join(home, 'calls'), 'utf8').length;
const build = (): Promise<string> => buildConsole({ root, log: (line) => lines.push(line) });
const built = (): string => readFileSync(join(home, 'dist/index.html'), 'utf8');

test('the console is built once, and again when a source has changed', async () => {
  expect(await build()).toBe(join(home, 'dist'));
  await build();
  expect([builds(), built(), lines]).toEqual([1, 'one', ['Building the console …']]);
  source('two');
  await build();
  expect([builds(), built()]).toEqual([2, 'two']);
});

test('the tests of the console are no source of it', async () => {
  await build();
  writeFileSync(join(home, 'src/main.test.ts'), 'changed');
  await build();
  expect(builds()).toBe(1);
});

test('it is built for production, also by a test', async () => {
  expect(process.env['NODE_ENV']).toBe('test');
  await build();
  expect(readFileSync(join(home, 'dist/mode'), 'utf8')).toBe('production');
});

test('a build that fails says why and leaves the last one', async () => {
  await build();
  source('broken');
  await expect(build()).rejects.toThrow(/could not be built:\nsyntax error/);
  expect(built()).toBe('one');
});

test('two that come at once build once', async () => {
  const other = join(root, 'other.mjs');
  const index = join(import.meta.dirname, '../src/index.ts');
  writeFileSync(
    other,
    `import { buildConsole } from '${index}'; await buildConsole({ root: '${root}', log() {} });`,
  );
  const apart = () => runCommand(process.execPath, [other], { timeout: 60_000 });
  const ends = await Promise.all([apart(), apart()]);
  expect(ends.map(({ code, output }) => [code, output])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(builds()).toBe(1);
  expect(existsSync(join(home, 'dist-turn'))).toBe(false);
});
