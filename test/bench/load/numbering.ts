/**
 * Numbers for leads, none twice. Without a count it gives the first number that is free; with one, it
 * takes so many first.
 */
export function numbering(): (count?: number) => number {
  let first = 0;
  return (count = 0) => (first += count);
}
