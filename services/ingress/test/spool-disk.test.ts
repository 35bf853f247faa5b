import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskhook-spool-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Report {
  added: number;
  refused: number;
  entries: number;
}

/**
 * Runs a program that fills a spool, under a limit of so many 512-byte blocks for a file, as a disk that
 * is full refuses to write more. It ends by killing itself.
 */
function fill(blocks: string): Promise<Report> {
  const program = join(import.meta.dirname, 'fixtures/fill-spool.ts');
  const child = spawn(
    'sh',
    ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, program, folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(JSON.parse(text) as Report));
  });
}

test('a disk that refuses to write loses nothing that was taken before or after', async () => {
  const first = await fill('512');
  expect(first.refused).toBeGreaterThan(0);
  expect(first.added).toBeGreaterThan(0);
  const second = await fill('unlimited');
  expect(second.refused).toBe(0);
  // What was refused may be there all the same; what was taken must be.
  expect(second.entries).toBeGreaterThanOrEqual(first.added + second.added);
});
