import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { firstKeys } from '../detect/first-keys.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, hasKeys, isEmpty, objectAt, textAt } from './shape.ts';

/**
 * ClickFunnels 2 (`event_type` and `data`) and Classic (the contact at the top, or as JSON:API).
 * https://developers.myclickfunnels.com/docs/webhooks
 */
export const clickfunnels: SourceAdapter = {
  name: 'clickfunnels',
  title: 'ClickFunnels',
  docs: 'https://developers.myclickfunnels.com/docs/webhooks',
  recognise,
  read,
};

const EVENT = /^[a-z][\w/:-]*\.[a-z_]+$/;
const SECOND_KEYS = ['public_id', 'workspace_id', 'email_address'];
const NO_LEAD =
  /\.(?:updated|deleted|destroyed|canceled|cancelled|unsubscribed|suspended|published|refunded)$/;
const CLASSIC_KEYS = [
  'funnel_id',
  'funnel_step_id',
  'contact_profile',
  'cf_affiliate_id',
  'cf_uvid',
  'aff_sub',
  'additional_info',
];
const CLASSIC_NO_LEAD = new Set(['updated', 'deleted']);
const KNOWN: KnownKeys = {
  full_name: [['first_name', 'last_name'], ['first-name', 'last-name'], ['name']],
  phone: [['phone_number'], ['phone']],
  email: [['email_address'], ['email']],
};

function recognise({ body }: DecodedRequest): string | null {
  const event = objectAt(body);
  if (event === undefined) return null;
  if (isTestPing(event)) return 'The body is the test post of ClickFunnels.';
  if (isSecondVersion(event)) return 'The body is an event of ClickFunnels 2.';
  if (countKeys(event, CLASSIC_KEYS) >= 2) return 'The body is a contact of ClickFunnels Classic.';
  const attributes = objectAt(event, 'data', 'attributes');
  return attributes !== undefined &&
    countKeys(attributes, ['funnel-id', 'funnel-step-id', 'contact-profile', 'cf-uvid']) >= 2
    ? 'The body is a contact of ClickFunnels Classic, as JSON:API.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const event = objectAt(body) ?? {};
  if (isTestPing(event))
    return { type: 'ignored', reason: 'ClickFunnels tests the address before it saves it.' };
  const type = textAt(event, 'event_type') ?? textAt(event, 'event') ?? '';
  if (NO_LEAD.test(type) || CLASSIC_NO_LEAD.has(type)) {
    return { type: 'ignored', reason: `ClickFunnels' event ${type.slice(0, 60)} is no new lead.` };
  }
  return isSecondVersion(event) ? readSecond(event) : { type: 'leads', candidates: [classic(event)] };
}

function isTestPing(event: JsonObject): boolean {
  return firstKeys(event).length === 1 && /^\d{4}-\d\d-\d\d[T ]/.test(textAt(event, 'time') ?? '');
}

function isSecondVersion(event: JsonObject): boolean {
  const data = objectAt(event, 'data');
  if (data === undefined || !EVENT.test(textAt(event, 'event_type') ?? '')) return false;
  return hasKeys(event, 'subject_type') || countKeys(data, SECOND_KEYS) >= 1;
}

function readSecond(event: JsonObject): Reading {
  const data = objectAt(event, 'data') ?? {};
  const person = objectAt(data, 'contact') ?? objectAt(data, 'primary_contact') ?? data;
  if (isAnonymous(person))
    return { type: 'ignored', reason: 'ClickFunnels does not know yet who the contact is.' };
  return { type: 'leads', candidates: [second(event, data, person)] };
}

/** A visitor becomes a contact before giving an address; `contact.identified` follows. */
function isAnonymous(person: JsonObject): boolean {
  const addresses = ['email_address', 'phone_number', 'email', 'phone'];
  return hasKeys(person, 'anonymous') && addresses.every((key) => isEmpty(person[key]));
}

function second(event: JsonObject, data: JsonObject, person: JsonObject): Candidate {
  const { fields, addAll } = fieldSet();
  addAll(person, 'custom_attributes');
  addAll(objectAt(person, 'custom_attributes'));
  addAll(objectAt(data, 'data'));
  if (person !== data)
    addAll(data, 'contact', 'primary_contact', ...(objectAt(data, 'data') ? ['data'] : []));
  addAll(event, 'data');
  const eventId = textAt(event, 'event_id');
  return { fields, known: knownFields(fields, KNOWN), ...(eventId === undefined ? {} : { eventId }) };
}

/** What the contact's profile says again is left out; what it alone knows is kept. */
function classic(event: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  const contact = objectAt(event, 'data', 'attributes') ?? objectAt(event, 'contact') ?? event;
  const profileKey = hasKeys(contact, 'contact-profile') ? 'contact-profile' : 'contact_profile';
  addAll(contact, profileKey);
  if (contact !== event) {
    addAll(objectAt(event, 'data'), 'attributes');
    addAll(event, 'data', 'contact');
  }
  const profile = objectAt(contact, profileKey);
  for (const [key, value] of Object.entries(profile ?? {})) addMissing(fields, add, key, value);
  const eventId = textAt(contact, 'id') ?? textAt(event, 'data', 'id');
  return { fields, known: knownFields(fields, KNOWN), ...(eventId === undefined ? {} : { eventId }) };
}

function addMissing(
  fields: JsonObject,
  add: (key: string, value: JsonValue) => string,
  key: string,
  value: JsonValue,
): void {
  if (isEmpty(fields[key])) add(key, value);
  else if (!isEmpty(value) && fields[key] !== value) add(`profile_${key}`, value);
}
