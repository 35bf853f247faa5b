import type { JsonObject } from '../json-value.ts';

/** A sender's mark stands among so many keys, or there are more than any sender writes. */
const MOST_KEYS = 300;

/** Listing the keys of an object with thousands of them takes milliseconds, and most adapters ask for them. */
const listed = new WeakMap<JsonObject, readonly string[]>();

/** The first keys of an object; what tells a sender or a number's country is among them. */
export function firstKeys(object: JsonObject): readonly string[] {
  const kept = listed.get(object);
  if (kept !== undefined) return kept;
  const keys = Object.keys(object);
  const first = keys.length > MOST_KEYS ? keys.slice(0, MOST_KEYS) : keys;
  listed.set(object, first);
  return first;
}
