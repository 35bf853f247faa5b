import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';

/** The object at the end of a path of own keys, undefined where any part of it is something else. */
export function objectAt(value: JsonValue | undefined, ...path: string[]): JsonObject | undefined {
  const found = valueAt(value, path);
  return found !== undefined && isJsonObject(found) ? found : undefined;
}

/** The objects of the list at the end of a path; an object that stands alone counts as a list of one. */
export function objectsAt(value: JsonValue | undefined, ...path: string[]): JsonObject[] {
  const found = valueAt(value, path);
  if (Array.isArray(found)) return found.filter((item) => isJsonObject(item));
  return found !== undefined && isJsonObject(found) ? [found] : [];
}

/** The text or number at the end of a path, as text without blanks around it; undefined where there is none. */
export function textAt(value: JsonValue | undefined, ...path: string[]): string | undefined {
  const found = valueAt(value, path);
  if (typeof found === 'number') return String(found);
  const text = typeof found === 'string' ? found.trim() : '';
  return text === '' ? undefined : text;
}

/** Whether the object has all these keys of its own. */
export function hasKeys(object: JsonObject, ...keys: string[]): boolean {
  return keys.every((key) => Object.hasOwn(object, key));
}

/** How many of these keys the object has. */
export function countKeys(object: JsonObject, keys: readonly string[]): number {
  return keys.reduce((count, key) => (Object.hasOwn(object, key) ? count + 1 : count), 0);
}

/** Absent, or empty as senders write it: null, a blank text, a list or an object without anything in it. */
export function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

/** A sender's yes: `true`, or the same word as text. */
export function isTrue(value: JsonValue | undefined): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** The one item of a list of one; anything else as it is. */
export function unwrapSingle(value: JsonValue): JsonValue {
  return Array.isArray(value) && value.length === 1 && value[0] !== undefined ? value[0] : value;
}

function valueAt(value: JsonValue | undefined, path: string[]): JsonValue | undefined {
  let current = value;
  for (const key of path) {
    if (current === undefined || !isJsonObject(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}
