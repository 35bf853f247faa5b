import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet, type FieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { hasKeys, isEmpty, isTrue, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * Pipedrive's webhooks, version 1 (`current`) and 2 (`data`): a person or lead that was added.
 * https://pipedrive.readme.io/docs/guide-for-webhooks-v2
 */
export const pipedrive: SourceAdapter = {
  name: 'pipedrive',
  title: 'Pipedrive',
  docs: 'https://pipedrive.readme.io/docs/guide-for-webhooks-v2',
  recognise,
  read,
};

const ADDED = new Set(['added', 'create', 'add']);
/** About the delivery, or the state before it. */
const ENVELOPE_KEYS = ['v', 'matches_filters', 'meta', 'retry', 'current', 'data', 'previous', 'event'];
const KNOWN: KnownKeys = {
  full_name: [['name'], ['first_name', 'last_name'], ['person_name']],
  phone: [['phone'], ['phones']],
  email: [['email'], ['emails']],
};

function recognise({ body }: DecodedRequest): string | null {
  const event = objectAt(body);
  const info = objectAt(event, 'meta');
  if (event === undefined || info === undefined || !hasKeys(event, 'previous') || !hasKeys(info, 'action'))
    return null;
  if (hasKeys(event, 'current') && hasKeys(info, 'object'))
    return 'The body is an event of Pipedrive, version 1.';
  return hasKeys(event, 'data') && hasKeys(info, 'entity')
    ? 'The body is an event of Pipedrive, version 2.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const info = objectAt(body, 'meta');
  const entity = objectAt(body, 'current') ?? objectAt(body, 'data');
  const action = textAt(info, 'action');
  if (info !== undefined && (entity === undefined || (action !== undefined && !ADDED.has(action)))) {
    return { type: 'ignored', reason: `Pipedrive's event ${action?.slice(0, 20)} is no new lead.` };
  }
  return { type: 'leads', candidates: [candidate(entity ?? objectAt(body) ?? {}, info, objectAt(body))] };
}

function candidate(
  entity: JsonObject,
  info: JsonObject | undefined,
  envelope: JsonObject | undefined,
): Candidate {
  const set = fieldSet();
  for (const [key, value] of Object.entries(entity)) addEntry(set, key, value);
  for (const [key, value] of Object.entries(objectAt(entity, 'custom_fields') ?? {}))
    set.add(key, customValue(value));
  if (info !== undefined) set.addAll(envelope, ...ENVELOPE_KEYS);
  const eventId = eventIdOf(info);
  return {
    fields: set.fields,
    known: knownFields(set.fields, KNOWN),
    ...(eventId === undefined ? {} : { eventId }),
  };
}

/** Phones and e-mails are lists of `{ label, value, primary }`: the primary one takes the field's own key. */
function addEntry({ add }: FieldSet, key: string, value: JsonValue): void {
  if (key === 'custom_fields' && objectAt(value) !== undefined) return;
  const items = Array.isArray(value) ? objectsAt(value).filter((item) => hasKeys(item, 'value')) : [];
  if (items.length === 0) {
    add(key, value);
    return;
  }
  const filled = items.filter((item) => !isEmpty(item['value']));
  const primary = filled.find((item) => isTrue(item['primary'])) ?? filled[0];
  add(key, primary?.['value'] ?? null);
  for (const item of filled)
    if (item !== primary) add(`${key}_${textAt(item, 'label') ?? 'other'}`, item['value']);
}

/** Version 2 writes `{ type, value }`, and further members for money and addresses. */
function customValue(value: JsonValue): JsonValue {
  const object = objectAt(value);
  if (object === undefined || !hasKeys(object, 'value')) return value;
  return Object.keys(object).every((key) => key === 'type' || key === 'value')
    ? (object['value'] ?? null)
    : object;
}

function eventIdOf(info: JsonObject | undefined): string | undefined {
  if (hasKeys(info ?? {}, 'entity')) return textAt(info, 'id');
  const parts = ['webhook_id', 'action', 'object', 'id', 'timestamp_micro'].map((key) => textAt(info, key));
  return parts.includes(undefined) ? undefined : parts.join('.');
}
