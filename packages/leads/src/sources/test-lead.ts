import type { JsonObject } from '../json-value.ts';

const DUMMY_TEXT = '<test lead: dummy data for';
const DUMMY_EMAILS = new Set(['test@fb.com', 'test@meta.com']);

/** Whether the values are those that Meta's Lead Ads Testing Tool fills in, however they came here. */
export function isMetaTestLead(fields: JsonObject): boolean {
  return Object.values(fields).some(
    (value) =>
      typeof value === 'string' &&
      (value.startsWith(DUMMY_TEXT) || (value.length < 16 && DUMMY_EMAILS.has(value.toLowerCase()))),
  );
}
