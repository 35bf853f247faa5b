import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchOptions } from './bench.ts';
import { benchNames, type BenchName } from './benches/index.ts';

export interface Arguments {
  names: BenchName[];
  options: BenchOptions;
  /** The folder that the results go to. */
  out: string;
}

export const usage = `usage: pnpm bench [name…] [--full] [--rounds n] [--round-ms n] [--leads n] [--out folder] [--profile folder]
names: ${benchNames.join(', ')}; all of them when none is given`;

/** Throws with a message for the person who typed it. */
export function readArguments(args: string[], root: string): Arguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      'round-ms': { type: 'string', default: '2000' },
      leads: { type: 'string', default: '10000' },
      out: { type: 'string', default: '.data/bench' },
      profile: { type: 'string' },
    },
  });
  const { profile } = values;
  return {
    names: positionals.length === 0 ? benchNames : positionals.map(benchName),
    out: resolve(root, values.out),
    options: {
      rounds: count(values.rounds),
      roundMs: count(values['round-ms']),
      leads: count(values.leads),
      connections: 64,
      full: values.full,
      ...(profile === undefined ? {} : { profileDir: resolve(root, profile) }),
    },
  };
}

function benchName(text: string): BenchName {
  const name = benchNames.find((known) => known === text);
  if (name === undefined) throw new Error(`there is no bench named ${text}`);
  return name;
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${text} is no number of at least 1`);
  return Number(text);
}
