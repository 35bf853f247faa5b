import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { objectAt, objectsAt, textAt } from './shape.ts';
import { isMetaTestLead } from './test-lead.ts';

/**
 * TikTok lead generation: the answers travel in the webhook. The same address gets other events of
 * the advertiser, told apart by the number in `object`.
 * https://business-api.tiktok.com/portal/docs
 */
export const tiktok: SourceAdapter = {
  name: 'tiktok',
  title: 'TikTok lead generation',
  docs: 'https://business-api.tiktok.com/portal/docs',
  recognise,
  read,
};

const LEAD = '1';
const ENVELOPE_KEYS = ['entry', 'object', 'request_id', 'time', 'lead_data', 'meta_data'];
const KNOWN: KnownKeys = {
  full_name: [['full_name'], ['name'], ['first_name', 'last_name']],
  phone: [['phone_number'], ['phone']],
  email: [['email']],
};

function recognise({ body, headers }: DecodedRequest): string | null {
  const root = objectAt(body);
  if (root === undefined) return null;
  if (objectAt(root, 'lead_data') !== undefined && objectAt(root, 'meta_data') !== undefined) {
    return 'The body holds lead_data and meta_data, as the API of TikTok gives them.';
  }
  const kind = textAt(root, 'object');
  if (kind === undefined || !/^\d+$/.test(kind) || !Array.isArray(root['entry'])) return null;
  return headers['x-open-signature'] === undefined
    ? 'The body is an event of a TikTok advertiser.'
    : 'The request carries the signature of TikTok.';
}

function read({ body }: DecodedRequest): Reading {
  const lead = objectAt(body, 'lead_data');
  if (lead !== undefined) {
    return { type: 'leads', candidates: [withBeside(candidate(lead, objectAt(body, 'meta_data')), body)] };
  }
  const kind = textAt(body, 'object');
  if (kind !== undefined && kind !== LEAD) {
    return { type: 'ignored', reason: `TikTok sent an event of kind ${kind.slice(0, 8)}, which is no lead.` };
  }
  const entries = objectsAt(body, 'entry');
  if (entries.length === 0)
    return { type: 'leads', candidates: objectsAt(body).map((flat) => candidate({}, flat)) };
  return {
    type: 'leads',
    candidates: entries.map((entry) => withBeside(candidate(answers(entry), entry), body)),
  };
}

/** What the event says of all its leads, but for the delivery itself. */
function withBeside(lead: Candidate, body: JsonValue): Candidate {
  const beside: JsonObject = { ...objectAt(body) };
  for (const key of ENVELOPE_KEYS) delete beside[key];
  return { ...lead, fields: { ...beside, ...lead.fields } };
}

function answers(entry: JsonObject): JsonObject {
  const { fields, add } = fieldSet();
  for (const change of objectsAt(entry, 'changes')) {
    add(textAt(change, 'field') ?? textAt(change, 'name') ?? 'answer', change['value']);
  }
  return fields;
}

function candidate(lead: JsonObject, envelope: JsonObject | undefined): Candidate {
  const { fields, add, addAll } = fieldSet();
  addAll(lead);
  const id = textAt(envelope, 'id') ?? textAt(envelope, 'lead_id');
  add('lead_id', id);
  addAll(envelope, 'id', 'lead_id', 'changes');
  return {
    fields,
    known: knownFields(lead, KNOWN),
    ...(id === undefined ? {} : { eventId: id }),
    ...(isMetaTestLead(fields) ? { test: true } : {}),
  };
}
