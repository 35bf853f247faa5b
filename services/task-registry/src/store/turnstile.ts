/** Lets one through at a time, in the order in which they came. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * FerretDB's updates read, change and write back, and two of them at once lose one. MongoDB needs no
 * such help; there is one turnstile for each kind of document, and writes are short.
 */
export function createTurnstile(): Turnstile {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
