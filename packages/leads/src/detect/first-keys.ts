import type { JsonObject } from '../json-value.ts';

/** A sender's mark stands among so many keys, or there are more than any sender writes. */
const MOST_KEYS = 300;

/** Only of large objects: to list thousands of keys takes milliseconds, to list a few less than to keep them. */
const listed = new WeakMap<JsonObject, readonly string[]>();

/** The first keys of an object; what tells a sender or a number's country is among them. */
export function firstKeys(object: JsonObject): readonly string[] {
  const kept = listed.get(object);
  if (kept !== undefined) return kept;
  const keys = Object.keys(object);
  if (keys.length <= MOST_KEYS) return keys;
  const first = keys.slice(0, MOST_KEYS);
  listed.set(object, first);
  return first;
}
