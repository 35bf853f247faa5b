import type { BenchOptions, BenchReport } from './bench.ts';
import { benches, type BenchName } from './benches/index.ts';

/** Runs a bench, and closes what it opened whatever comes of it. */
export async function runBench(name: BenchName, options: BenchOptions): Promise<BenchReport> {
  const stack = new AsyncDisposableStack();
  try {
    return await benches[name](options, stack);
  } finally {
    await stack.disposeAsync();
  }
}
