import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDetached } from './detached-process.ts';
import { endLeftover, livingPid, writePidFile } from './pid-file.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskhook-pid-'));
  file = join(folder, 'server.pid');
});

afterEach(() => rmSync(folder, { recursive: true }));

const sleeper = () => startDetached({ command: 'sleep', args: ['60'], output: 'pipe', pidFile: file });

test('a process is noted while it runs, and no longer when it has been stopped', async () => {
  const running = await sleeper();
  expect(livingPid(file)).toBe(running.pid);
  await running.stop(5_000);
  expect(existsSync(file)).toBe(false);
});

test('a leftover is ended', async () => {
  const running = await sleeper();
  const lines: string[] = [];
  await endLeftover(file, 'sleep', (line) => lines.push(line));
  expect(await running.exited).toBe('SIGTERM');
  expect(lines[0]).toContain(`pid ${running.pid}`);
});

test('a process that merely has the noted pid is not taken for the leftover', async () => {
  const stranger = spawn('sleep', ['60']);
  writePidFile(file, stranger.pid ?? 0);
  const noted = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...noted, identity: 'another start time' }));
  await endLeftover(file, 'sleep', () => {});
  expect(stranger.kill(0)).toBe(true);
  stranger.kill('SIGKILL');
});

test('a damaged pid file counts as none', async () => {
  writeFileSync(file, '{"pid":');
  await endLeftover(file, 'sleep', () => {});
  expect(existsSync(file)).toBe(false);
});

test('a command that cannot be run is a clear failure', async () => {
  await expect(
    startDetached({ command: '/no/such', args: [], output: 'pipe', pidFile: file }),
  ).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringContaining('/no/such cannot be run'),
  });
});
