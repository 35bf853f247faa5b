import type { Row } from '../row.ts';
import { clockFaults } from './clock.ts';
import { diskFaults } from './disk.ts';
import { faultRow } from './fault-row.ts';
import { mongodbFaults } from './mongodb.ts';
import { networkFaults } from './network.ts';
import { redisFaults } from './redis.ts';
import { runnerKills } from './runner-kills.ts';
import { sameLeadRows } from './same-lead.ts';
import { serviceFaults } from './services.ts';

const faultRows: readonly Row[] = [
  ...redisFaults,
  ...diskFaults,
  ...mongodbFaults,
  ...serviceFaults,
  ...networkFaults,
  ...clockFaults,
].map(faultRow);

/** Every row of the table, in its order. */
export const rows: readonly Row[] = [...faultRows, ...sameLeadRows, runnerKills];

/** Throws where there is no such row. */
export function rowNamed(name: string): Row {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`there is no row named ${name}`);
  return row;
}
