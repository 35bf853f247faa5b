import type { JsonObject, JsonValue } from '../json-value.ts';
import { firstKeys } from '../detect/first-keys.ts';

const DUMMY_TEXT = '<test lead: dummy data for';
const DUMMY_EMAILS = new Set(['test@fb.com', 'test@meta.com']);

/** Whether the values are those that Meta's Lead Ads Testing Tool fills in, however they came here. */
export function isMetaTestLead(fields: JsonObject): boolean {
  return firstKeys(fields).some((key) => isDummy(fields[key]));
}

function isDummy(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string') return false;
  return value.startsWith(DUMMY_TEXT) || (value.length < 16 && DUMMY_EMAILS.has(value.toLowerCase()));
}
