import type { RowResult } from '../row.ts';

export interface Judged {
  name: string;
  outage: string;
  /** Absent where the row could not be run. */
  result?: RowResult;
  /** Why it was not tried. */
  skipped?: string;
  problems: string[];
}

const columns: [title: string, width: number, of: (result: RowResult) => number | null | undefined][] = [
  ['sent', 7, ({ sent }) => sent],
  ['200', 7, ({ accepted }) => accepted],
  ['503', 6, ({ refused }) => refused],
  ['none', 6, ({ unanswered }) => unanswered],
  ['lost', 5, ({ lost }) => lost],
  ['doubled', 8, ({ doubled }) => doubled],
  ['failed', 7, ({ failed }) => failed],
  ['flow s', 8, ({ flowSeconds }) => flowSeconds],
  ['all s', 7, ({ deliveredSeconds }) => deliveredSeconds],
  ['told s', 8, ({ settledSeconds }) => settledSeconds],
];
const NAME_WIDTH = 26;

export const heading = `${'row'.padEnd(NAME_WIDTH)}${columns.map(([title, width]) => title.padStart(width)).join('')}`;

/** A row of the table, and below it what is wrong with it. */
export function toLines({ name, result, skipped, problems }: Judged): string[] {
  const cells = columns.map(([, width, of]) => (result ? cell(of(result)) : '').padStart(width));
  const state = skipped === undefined ? (problems.length === 0 ? 'holds' : 'FAILS') : `not tried: ${skipped}`;
  return [
    `${name.padEnd(NAME_WIDTH)}${cells.join('')}  ${state}`,
    ...(result?.notes ?? []).map((note) => `    ${note}`),
    ...problems.map((problem) => `    ${problem}`),
    ...(problems.length > 0 ? (result?.evidence ?? []) : []).map((line) => `    ${line}`),
  ];
}

function cell(value: number | null | undefined): string {
  if (value === undefined) return '';
  if (value === null) return '–';
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
