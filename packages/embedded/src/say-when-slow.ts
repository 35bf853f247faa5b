/**
 * Does the work; when it is not done after two seconds says what is happening, and again every ten
 * seconds with the seconds gone by.
 */
export async function sayWhenSlow<T>(
  what: string,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const started = Date.now();
  const say = () => log(`… ${what} (${Math.round((Date.now() - started) / 1000)} s)`);
  const first = setTimeout(say, 2_000);
  const repeated = setInterval(say, 10_000);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(repeated);
  }
}
