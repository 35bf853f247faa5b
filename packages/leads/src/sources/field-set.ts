import type { JsonObject, JsonValue } from '../json-value.ts';
import { isEmpty } from './shape.ts';

/** Puts a lead's fields together from the parts of a request without losing a value. */
export interface FieldSet {
  fields: JsonObject;
  /** Sets the field and tells the key that it got: another value under the same key moves to `key_2`. */
  add: (key: string, value: JsonValue | undefined) => string;
  /** Adds all that an object holds, but for some keys. */
  addAll: (object: JsonObject | undefined, ...without: string[]) => void;
}

export function fieldSet(): FieldSet {
  const fields: JsonObject = {};
  const used = new Map<string, number>();
  const add = (label: string, value: JsonValue | undefined): string => {
    const key = safeKey(label);
    if (value === undefined) return key;
    const free = !Object.hasOwn(fields, key) || isEmpty(fields[key]);
    if (!free && (isEmpty(value) || fields[key] === value)) return key;
    const at = free ? key : nextKey(fields, used, key);
    fields[at] = value;
    return at;
  };
  const addAll = (object: JsonObject | undefined, ...without: string[]): void => {
    for (const key of Object.keys(object ?? {})) if (!without.includes(key)) add(key, object?.[key]);
  };
  return { fields, add, addAll };
}

/** Questions are free text: one that reads `__proto__` must not become the object's prototype. */
function safeKey(label: string): string {
  const key = label.trim();
  return key === '__proto__' ? '__proto__?' : key;
}

/** Counts on from the last number given, so that a thousand answers to one label stay linear. */
function nextKey(fields: JsonObject, used: Map<string, number>, key: string): string {
  let n = (used.get(key) ?? 1) + 1;
  while (Object.hasOwn(fields, `${key}_${n}`)) n += 1;
  used.set(key, n);
  return `${key}_${n}`;
}
