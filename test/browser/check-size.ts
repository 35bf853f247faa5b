/**
 * Adds up the compressed script that a browser fetches to show the list of tasks, and fails above the limit.
 * Builds the console first where its sources have changed.
 */
import { readFileSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsole } from '@taskhook/embedded';

interface Chunk {
  file: string;
  imports?: string[];
}

const LIMIT_KB = 250;
const root = join(import.meta.dirname, '../..');
/** The start with the list of tasks, and the larger of the languages. */
const entries = ['index.html', 'src/i18n/it/index.ts'];

const folder = await buildConsole({ root, log: (line) => console.log(line) });
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

const needed = new Set<string>();
const need = (name: string): void => {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`The build has no ${name}.`);
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  for (const imported of chunk.imports ?? []) need(imported);
};
for (const entry of entries) need(entry);

const sizes = [...needed].map((file) => {
  const compressed = join(folder, `${file}.gz`);
  return statSync(existsSync(compressed) ? compressed : join(folder, file)).size;
});
const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1_000;
console.log(
  `First load: ${kilobytes.toFixed(1)} kB of gzipped script in ${sizes.length} files, of ${LIMIT_KB} kB.`,
);
if (kilobytes > LIMIT_KB) process.exitCode = 1;
