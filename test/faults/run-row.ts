import type { Row, RowOptions, RowResult } from './row.ts';

/** Runs a row, and closes what it opened whatever comes of it. */
export async function runRow(row: Row, options: RowOptions): Promise<RowResult> {
  const stack = new AsyncDisposableStack();
  try {
    return await row.run(options, stack);
  } finally {
    await stack.disposeAsync();
  }
}
