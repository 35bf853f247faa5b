import type { JsonObject } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { isTrue, objectsAt, textAt } from './shape.ts';

/**
 * Google Ads lead form assets.
 * https://developers.google.com/google-ads/webhook/docs/implementation
 */
export const googleAds: SourceAdapter = {
  name: 'google-ads',
  title: 'Google Ads lead form',
  docs: 'https://developers.google.com/google-ads/webhook/docs/implementation',
  recognise,
  read,
};

/** The id of "Send test data" is always the same one: it would make the second test a duplicate. */
const TEST_ID_START = 'TeSter-';
const KNOWN: KnownKeys = {
  full_name: [['FULL_NAME'], ['FIRST_NAME', 'LAST_NAME']],
  phone: [['PHONE_NUMBER'], ['WORK_PHONE']],
  email: [['EMAIL'], ['WORK_EMAIL']],
};

function recognise({ body }: DecodedRequest): string | null {
  const lead = objectsAt(body)[0];
  return Array.isArray(lead?.['user_column_data'])
    ? 'The body holds user_column_data, as the lead forms of Google Ads send it.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  return { type: 'leads', candidates: objectsAt(body).map(candidate) };
}

/** Keyed by `column_id`: Google says that `column_name` is not always there. */
function candidate(lead: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  for (const column of objectsAt(lead, 'user_column_data')) {
    const key = textAt(column, 'column_id') ?? textAt(column, 'column_name') ?? 'answer';
    add(key, column['string_value'] ?? column['value']);
  }
  addAll(lead, 'user_column_data', 'google_key');
  const id = textAt(lead, 'lead_id');
  return {
    fields,
    known: knownFields(fields, KNOWN),
    ...(id === undefined || id.startsWith(TEST_ID_START) ? {} : { eventId: id }),
    ...(isTrue(lead['is_test']) ? { test: true } : {}),
  };
}
