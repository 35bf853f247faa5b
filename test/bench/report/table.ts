import type { Bar, BenchReport } from '../bench.ts';

/** The report as lines for a terminal: a table, then each bar with whether it is met. */
export function toText(name: string, report: BenchReport): string {
  const bars = report.bars.map(
    (bar) =>
      `  ${isMet(bar) ? 'met    ' : 'NOT MET'} ${bar.what}: ${withUnit(bar.value, bar)} (${bound(bar)})`,
  );
  const ids = `  ${report.reconciled} leads: sent = accepted = finished`;
  return [`\n${name}`, ...tableOf(report.rows), ...bars, ids].join('\n');
}

export function isMet({ value, most, least }: Bar): boolean {
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
}

function bound(bar: Bar): string {
  const parts = [
    ...(bar.most === undefined ? [] : [`at most ${withUnit(bar.most, bar)}`]),
    ...(bar.least === undefined ? [] : [`at least ${withUnit(bar.least, bar)}`]),
  ];
  return parts.join(', ');
}

const withUnit = (value: number, { unit }: Bar): string => `${short(value)} ${unit}`;

function tableOf(rows: BenchReport['rows']): string[] {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines.map((line) => {
    const cells = line.map((text, i) =>
      i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0),
    );
    return `  ${cells.join('  ')}`;
  });
}

const cell = (value: string | number | undefined): string =>
  typeof value === 'number' ? short(value) : (value ?? '');

/** Three figures that count. */
function short(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value >= 100) return Math.round(value).toString();
  return value.toFixed(value >= 10 ? 1 : 2);
}
