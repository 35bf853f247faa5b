import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, hasKeys, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * HubSpot: the contact of a workflow's webhook, and the subscriptions of an app, which carry ids alone.
 * https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide
 */
export const hubspot: SourceAdapter = {
  name: 'hubspot',
  title: 'HubSpot',
  docs: 'https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide',
  recognise,
  read,
};

/** What HubSpot calls contacts and leads among its objects. */
const PEOPLE = new Set(['0-1', '0-136']);
const CREATIONS = new Set(['contact.creation', 'contact.restore']);
const CONTACT_KEYS = ['vid', 'portal-id', 'properties', 'createdAt', 'updatedAt', 'archived', 'is-contact'];
const KNOWN: KnownKeys = {
  full_name: [['firstname', 'lastname']],
  phone: [['phone'], ['mobilephone'], ['hs_calculated_phone_number']],
  email: [['email']],
};

function recognise({ body, headers }: DecodedRequest): string | null {
  const first = objectsAt(body)[0];
  if (first === undefined) return null;
  if (hasKeys(first, 'subscriptionType', 'portalId'))
    return 'The body is an event of a HubSpot subscription.';
  if (objectAt(first, 'properties') !== undefined && countKeys(first, CONTACT_KEYS) >= 3) {
    return 'The body is a contact of HubSpot with its properties.';
  }
  return headers['user-agent']?.startsWith('HubSpot') === true ? 'The user agent is HubSpot.' : null;
}

function read({ body }: DecodedRequest): Reading {
  const objects = objectsAt(body);
  if (objects.some((object) => hasKeys(object, 'subscriptionType'))) return readEvents(objects);
  return { type: 'leads', candidates: objects.map(candidate) };
}

function readEvents(events: JsonObject[]): Reading {
  const items = events.filter(isNewContact).flatMap((event) => {
    const id = textAt(event, 'objectId');
    return id === undefined ? [] : [{ id, fields: event }];
  });
  if (items.length > 0) return { type: 'notification', provider: 'hubspot', items };
  const type = textAt(events[0], 'subscriptionType')?.slice(0, 60);
  return { type: 'ignored', reason: `HubSpot's event ${type} tells of no new contact.` };
}

/** Old subscriptions name the object in the type, newer ones (`object.creation`) by the id of its type. */
function isNewContact(event: JsonObject): boolean {
  const type = textAt(event, 'subscriptionType') ?? '';
  if (CREATIONS.has(type)) return true;
  return type === 'object.creation' && PEOPLE.has(textAt(event, 'objectTypeId') ?? '');
}

/** Only a property's present value counts: its history holds what the person said before. */
function candidate(contact: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  const properties = objectAt(contact, 'properties');
  for (const [name, value] of Object.entries(properties ?? {})) add(name, presentValue(value));
  addAll(contact, ...(properties === undefined ? [] : ['properties']));
  return { fields, known: knownFields(fields, KNOWN) };
}

function presentValue(property: JsonValue): JsonValue {
  const object = objectAt(property);
  return object !== undefined && hasKeys(object, 'value') ? (object['value'] ?? null) : property;
}
