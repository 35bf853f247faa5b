import type { JsonObject, JsonValue } from '../json-value.ts';
import { firstKeys } from '../detect/first-keys.ts';

const DUMMY_TEXT = '<test lead: dummy data for';
const DUMMY_START = DUMMY_TEXT.charCodeAt(0);
const DUMMY_EMAILS = new Set(['test@fb.com', 'test@meta.com']);
const DUMMY_LENGTHS = new Set([...DUMMY_EMAILS].map(({ length }) => length));

/** Whether the values are those that Meta's Lead Ads Testing Tool fills in, however they came here. */
export function isMetaTestLead(fields: JsonObject): boolean {
  return firstKeys(fields).some((key) => isDummy(fields[key]));
}

function isDummy(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string') return false;
  if (value.charCodeAt(0) === DUMMY_START) return value.startsWith(DUMMY_TEXT);
  return DUMMY_LENGTHS.has(value.length) && DUMMY_EMAILS.has(value.toLowerCase());
}
