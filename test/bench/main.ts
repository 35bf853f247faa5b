import { resolve } from 'node:path';
import { readArguments, usage, type Arguments } from './arguments.ts';
import { writeResult } from './report/result-file.ts';
import { toText } from './report/table.ts';
import { runBench } from './run-bench.ts';

// Exit codes: 0 measured, 1 ids did not reconcile or a part failed, 2 wrong arguments. A bar that is
// not met is told and is no failure: machines differ.
const root = resolve(import.meta.dirname, '../..');
const given = parse();
if (given !== undefined) await run(given);

async function run({ names, options, out }: Arguments): Promise<void> {
  for (const name of names) {
    try {
      const report = await runBench(name, options);
      console.log(toText(name, report));
      console.log(`  ${writeResult(out, name, report, options)}`);
    } catch (error) {
      console.error(`\n${name} failed:`, error);
      process.exitCode = 1;
    }
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
