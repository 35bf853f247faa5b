import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { isMet } from './table.ts';

/** Writes what a bench measured, and on what, as JSON. Gives the name of the file. */
export function writeResult(
  folder: string,
  name: string,
  { rows, bars, reconciled }: BenchReport,
  options: BenchOptions,
): string {
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, arch: arch(), kernel: release() };
  const judged = bars.map((bar) => ({ ...bar, met: isMet(bar) }));
  const file = join(folder, `${name}-${at.replaceAll(':', '-')}.json`);
  const result = { bench: name, at, machine, node: process.version, options, rows, bars: judged, reconciled };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}
