import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Row } from './row.ts';
import { rowNamed, rows } from './rows/index.ts';

export interface Arguments {
  rows: readonly Row[];
  /** New leads per second. */
  rate: number;
  share: number;
  /** The folder that the results go to. */
  out: string;
}

export const usage = `usage: pnpm test:faults [row…] [--rate leads-per-second] [--share 0..1] [--out folder]
rows: ${rows.map(({ name }) => name).join(', ')}; all of them when none is given`;

/** Throws with a message for the person who typed it. */
export function readArguments(args: string[], root: string): Arguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rate: { type: 'string', default: '100' },
      share: { type: 'string', default: '1' },
      out: { type: 'string', default: '.data/faults' },
    },
  });
  return {
    rows: positionals.length === 0 ? rows : positionals.map(rowNamed),
    rate: number(values.rate, 1, 10_000),
    share: number(values.share, 0.01, 1),
    out: resolve(root, values.out),
  };
}

function number(text: string, least: number, most: number): number {
  const value = Number(text);
  if (value >= least && value <= most) return value;
  throw new Error(`${text} is no number from ${least} to ${most}`);
}
