import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Notification, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, hasKeys, objectAt, objectsAt, textAt, unwrapSingle } from './shape.ts';
import { isMetaTestLead } from './test-lead.ts';

/**
 * Facebook and Instagram Lead Ads: the webhook that carries ids alone, the lead as the Graph API
 * gives it, and the flat fields that relays make of one.
 * https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving
 */
export const meta: SourceAdapter = {
  name: 'meta',
  title: 'Facebook Lead Ads',
  docs: 'https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving',
  recognise,
  read,
};

/** The lead id of the App Dashboard's button "Test > Send to server": no such lead can be read. */
const DASHBOARD_TEST_ID = /^4{12,}$/;
const FLAT_KEYS = ['ad_id', 'ad_name', 'adset_id', 'adset_name', 'campaign_name', 'is_organic', 'page_name'];
const KNOWN: KnownKeys = {
  full_name: [['full_name'], ['FULL_NAME'], ['first_name', 'last_name'], ['FIRST_NAME', 'LAST_NAME']],
  phone: [['phone_number'], ['PHONE_NUMBER'], ['PHONE'], ['work_phone_number']],
  email: [['email'], ['EMAIL'], ['work_email']],
};

function recognise({ body, kind, query }: DecodedRequest): string | null {
  if (kind === 'none')
    return isVerification(query) ? 'The request is the verification of a webhook by Meta.' : null;
  if (isWebhook(body)) return 'The body is a webhook of a Facebook page.';
  if (leadObjects(body).length > 0) return 'The body holds a lead of Facebook Lead Ads with its field_data.';
  const flat = objectAt(body) ?? objectAt(Array.isArray(body) ? body[0] : undefined);
  if (flat === undefined || !hasKeys(flat, 'form_id') || countKeys(flat, FLAT_KEYS) < 3) return null;
  if (hasKeys(flat, 'adgroup_id') || hasKeys(flat, 'adgroup_name')) return null;
  return 'The fields are those of a lead of Facebook Lead Ads.';
}

function read({ body, kind, query }: DecodedRequest): Reading {
  if (kind === 'none' && isVerification(query))
    return { type: 'ignored', reason: 'Meta verifies the address of the webhook.' };
  if (isWebhook(body)) return readWebhook(body);
  const leads = leadObjects(body);
  const found = leads.length > 0 ? leads : objectsAt(body);
  return { type: 'leads', candidates: found.map(candidate) };
}

function isVerification(query: JsonObject): boolean {
  return hasKeys(query, 'hub.mode', 'hub.challenge');
}

function isWebhook(body: JsonValue): boolean {
  const first = objectsAt(body)[0];
  return first?.['object'] === 'page' && objectsAt(first, 'entry').length > 0;
}

function readWebhook(body: JsonValue): Reading {
  const entries = objectsAt(body).flatMap((page) => objectsAt(page, 'entry'));
  const items = entries.flatMap((entry) =>
    objectsAt(entry, 'changes')
      .filter((change) => change['field'] === 'leadgen')
      .flatMap((change) => notification(objectAt(change, 'value'), entry)),
  );
  if (items.length === 0) return { type: 'ignored', reason: 'The page has no new lead in this event.' };
  return { type: 'notification', provider: 'meta', items };
}

function notification(value: JsonObject | undefined, entry: JsonObject): Notification[] {
  const id = textAt(value, 'leadgen_id');
  if (value === undefined || id === undefined) return [];
  const page = textAt(entry, 'id');
  const fields = hasKeys(value, 'page_id') || page === undefined ? value : { ...value, page_id: page };
  return [DASHBOARD_TEST_ID.test(id) ? { id, fields, test: true } : { id, fields }];
}

const WRAPPERS = ['data', 'lead', 'leads'];

/** Leads with their `field_data`, where the Graph API and relays put them, with what stands beside the wrapper. */
function leadObjects(body: JsonValue): JsonObject[] {
  const bare = objectsAt(body).filter(isLeadObject);
  if (bare.length > 0) return bare;
  for (const key of WRAPPERS) {
    const leads = objectsAt(body, key).filter(isLeadObject);
    if (leads.length === 0) continue;
    const { [key]: _leads, paging: _paging, ...beside } = objectAt(body) ?? {};
    return leads.map((lead) => ({ ...beside, ...lead }));
  }
  return [];
}

function isLeadObject(lead: JsonObject): boolean {
  return Array.isArray(lead['field_data']);
}

function candidate(lead: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  for (const { name, values, value } of objectsAt(lead, 'field_data')) {
    add(typeof name === 'string' && name !== '' ? name : 'answer', unwrapSingle(values ?? value ?? null));
  }
  addAll(lead, ...(Array.isArray(lead['field_data']) ? ['field_data'] : []));
  const eventId = textAt(lead, 'id') ?? textAt(lead, 'leadgen_id') ?? textAt(lead, 'lead_id');
  return {
    fields,
    known: knownFields(fields, KNOWN),
    ...(eventId === undefined ? {} : { eventId }),
    ...(isMetaTestLead(fields) ? { test: true } : {}),
  };
}
