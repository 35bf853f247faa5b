/** Far deeper than a lead can be, shallow enough for every recursion that walks a value. */
const MAX_DEPTH = 100;
/** What the smallest item costs to make and to write out, in characters. */
const ITEM = 32;

/**
 * Characters of a value when it is written out, shared parts counted each time they appear;
 * undefined where that is over `limit` or the value is nested too deep.
 */
export function weigh(value: unknown, limit: number): number | undefined {
  const left = subtract(limit, value, 0);
  return left < 0 ? undefined : limit - left;
}

function subtract(left: number, value: unknown, depth: number): number {
  if (typeof value === 'string') return left - value.length - ITEM / 2;
  if (typeof value !== 'object' || value === null) return left - ITEM;
  if (depth > MAX_DEPTH) return -1;
  return Array.isArray(value)
    ? subtractItems(left - 2, value, depth + 1)
    : subtractMembers(left - 2, value, depth + 1);
}

function subtractItems(from: number, items: unknown[], depth: number): number {
  let left = from;
  for (const item of items) {
    left = subtract(left, item, depth);
    if (left < 0) return -1;
  }
  return left;
}

function subtractMembers(from: number, members: object, depth: number): number {
  let left = from;
  for (const [key, value] of Object.entries(members)) {
    left = subtract(left - key.length - 3, value, depth);
    if (left < 0) return -1;
  }
  return left;
}
