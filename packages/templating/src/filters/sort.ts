import { toValue, type Context } from 'liquidjs';
import { allowanceOf, type Allowance } from '../allowance.ts';
import type { FilterHandler } from './guard.ts';

const COMPARISONS_BETWEEN_LOOKS = 256;

/** Sorts by the item or by a property of it, nil last. */
export const sort: FilterHandler = function sort(value, property) {
  return sorted(this.context, value, property, (key) => key);
};

/** Sorts without regard to case. */
export const sortNatural: FilterHandler = function sortNatural(value, property) {
  return sorted(this.context, value, property, (key) => (isNil(key) ? key : String(key).toLowerCase()));
};

function* sorted(context: Context, value: unknown, property: unknown, toKey: (key: unknown) => unknown) {
  const allowance = allowanceOf(context);
  const items = itemsOf(value);
  const path = isNil(property) ? undefined : String(property).split('.');
  const keys: unknown[] = [];
  for (const item of items) keys.push(yield path ? context._getFromScope(item, path, false) : item);
  const entries = lowered(allowance, keys, toKey).map((key, index) => ({ key, item: items[index] }));
  return entries.sort(paidComparison(allowance)).map(({ item }) => item);
}

function itemsOf(value: unknown): unknown[] {
  const plain: unknown = toValue(value);
  if (isNil(plain)) return [];
  return Array.isArray(plain) ? plain : [plain];
}

/** Each key is compared about log2(n) times, and as far as it is long. */
function lowered(allowance: Allowance, keys: unknown[], toKey: (key: unknown) => unknown): unknown[] {
  allowance.use((allowance.admit(keys) * Math.log2(keys.length + 1)) / 16);
  return keys.map((key) => toKey(toValue(key)));
}

function paidComparison(allowance: Allowance) {
  let left = COMPARISONS_BETWEEN_LOOKS;
  return (a: { key: unknown }, b: { key: unknown }) => {
    left -= 1;
    if (left === 0) {
      allowance.spend(COMPARISONS_BETWEEN_LOOKS);
      left = COMPARISONS_BETWEEN_LOOKS;
    }
    return compare(a.key, b.key);
  };
}

function compare(a: unknown, b: unknown): number {
  if (isNil(a) || isNil(b)) return Number(isNil(a)) - Number(isNil(b));
  if ((a as string) < (b as string)) return -1;
  return (a as string) > (b as string) ? 1 : 0;
}

function isNil(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
