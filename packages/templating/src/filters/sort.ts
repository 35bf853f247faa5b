import { toValue, type Context, type Scope } from 'liquidjs';
import { allowanceOf, type Allowance } from '../allowance.ts';
import { scalarText } from '../emitter.ts';
import type { FilterHandler } from './guard.ts';

const COMPARISONS_BETWEEN_LOOKS = 256;

/** Sorts by the item or by a property of it, nil last. */
export const sort: FilterHandler = function sort(value, property) {
  return sorted(this.context, value, property, (key) => key);
};

/** Sorts without regard to case. */
export const sortNatural: FilterHandler = function sortNatural(value, property) {
  return sorted(this.context, value, property, (key) => (isNil(key) ? key : scalarText(key).toLowerCase()));
};

function sorted(context: Context, value: unknown, property: unknown, toKey: (key: unknown) => unknown) {
  const allowance = allowanceOf(context);
  const items = itemsOf(value);
  const path = isNil(property) ? undefined : scalarText(property).split('.');
  allowance.use(items.length);
  const keys = path ? items.map((item) => readPath(context, item, path)) : items;
  const entries = lowered(allowance, keys, toKey).map((key, index) => ({ key, item: items[index] }));
  return entries.toSorted(paidComparison(allowance)).map(({ item }) => item);
}

function readPath(context: Context, item: unknown, path: string[]): unknown {
  return path.reduce<unknown>((value, key) => context.readProperty(value as Scope, key), item);
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
