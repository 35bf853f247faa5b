import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import { join } from 'node:path';
import type { Judged } from './table.ts';

/** Writes what became of every row as JSON. Gives the name of the file. */
export function writeResults(
  folder: string,
  judged: readonly Judged[],
  { rate, share }: { rate: number; share: number },
): string {
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, arch: arch(), kernel: release() };
  const file = join(folder, `faults-${at.replaceAll(':', '-')}.json`);
  const results = { at, machine, node: process.version, rate, share, rows: judged };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
}
