/** No more than a twentieth of the time goes into it. */
const PAUSE_PER_WORK = 19;

/**
 * The work, left out (undefined) where it was done not long ago: less than `leastMs`, or less than many times what it
 * took. For safety nets that must not become a burden where they have grown slow. What failed is not done.
 */
export function sparingly<A extends unknown[], T>(
  leastMs: number,
  work: (...args: A) => Promise<T>,
): (...args: A) => Promise<T | undefined> {
  let notBefore = Number.NEGATIVE_INFINITY;
  return async (...args) => {
    const start = performance.now();
    if (start < notBefore) return undefined;
    const result = await work(...args);
    const end = performance.now();
    notBefore = end + Math.max(leastMs, (end - start) * PAUSE_PER_WORK);
    return result;
  };
}
