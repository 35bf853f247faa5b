import { resolve } from 'node:path';
import { readArguments, usage, type Arguments } from './arguments.ts';
import { writeResults } from './report/result-file.ts';
import { heading, toLines, type Judged } from './report/table.ts';
import { faultsOf, type Row } from './row.ts';
import { runRow } from './run-row.ts';

// Exit codes: 0 every row holds or cannot be tried here, 1 one does not hold, 2 wrong arguments.
const root = resolve(import.meta.dirname, '../..');
const given = parse();
if (given !== undefined) await run(given);

async function run(asked: Arguments): Promise<void> {
  const judged: Judged[] = [];
  console.log(heading);
  for (const row of asked.rows) {
    const one = await judge(row, asked);
    judged.push(one);
    for (const line of toLines(one)) console.log(line);
    if (one.problems.length > 0) process.exitCode = 1;
  }
  console.log(writeResults(asked.out, judged, asked));
}

async function judge(row: Row, { rate, share }: Arguments): Promise<Judged> {
  const { name, outage } = row;
  const skipped = row.impossible?.();
  if (skipped !== undefined) return { name, outage, skipped, problems: [] };
  try {
    const result = await runRow(row, { rate, share, log: (line) => console.error(line) });
    return { name, outage, result, problems: faultsOf(result) };
  } catch (error) {
    console.error(error);
    return { name, outage, problems: [`the row itself failed: ${String(error)}`] };
  }
}

function parse(): Arguments | undefined {
  try {
    return readArguments(process.argv.slice(2), root);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}
