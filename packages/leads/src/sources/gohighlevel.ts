import type { JsonObject } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, hasKeys, isEmpty, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * GoHighLevel (LeadConnector): the Webhook action of a workflow, and the webhooks of Marketplace apps.
 * https://marketplace.gohighlevel.com/docs/webhook/ContactCreate
 */
export const gohighlevel: SourceAdapter = {
  name: 'gohighlevel',
  title: 'GoHighLevel',
  docs: 'https://marketplace.gohighlevel.com/docs/webhook/ContactCreate',
  recognise,
  read,
};

const WORKFLOW_KEYS = [
  'location',
  'workflow',
  'customData',
  'triggerData',
  'contact_type',
  'attributionSource',
];
const MARKETPLACE_EVENT = /^[A-Z][A-Za-z]+(?:Create|Update|Delete)$/;
const KNOWN: KnownKeys = {
  full_name: [['full_name'], ['first_name', 'last_name'], ['name'], ['firstName', 'lastName']],
  phone: [['phone']],
  email: [['email']],
};

function recognise({ body }: DecodedRequest): string | null {
  const event = objectAt(body);
  if (event === undefined) return null;
  if (hasKeys(event, 'contact_id') && countKeys(event, WORKFLOW_KEYS) >= 2) {
    return 'The body is that of a Webhook action in a GoHighLevel workflow.';
  }
  if (hasKeys(event, 'locationId') && MARKETPLACE_EVENT.test(textAt(event, 'type') ?? '')) {
    return 'The body is a Marketplace event of GoHighLevel.';
  }
  return null;
}

function read({ body }: DecodedRequest): Reading {
  const event = objectAt(body) ?? {};
  const type = hasKeys(event, 'locationId') ? textAt(event, 'type') : undefined;
  if (type !== undefined && type !== 'ContactCreate') {
    return { type: 'ignored', reason: `GoHighLevel's event ${type.slice(0, 60)} is no new contact.` };
  }
  return { type: 'leads', candidates: [type === undefined ? fromWorkflow(event) : fromMarketplace(event)] };
}

/**
 * What the workflow's author typed as custom data is lifted beside the standard fields. Where both
 * have a value, the standard one stays and the other is kept under `customData`.
 */
function fromWorkflow(event: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  const custom: JsonObject = {};
  addAll(event, 'customData');
  for (const [key, value] of Object.entries(objectAt(event, 'customData') ?? {})) {
    if (isEmpty(fields[key])) add(key, value);
    else if (fields[key] !== value && !isEmpty(value)) custom[key] = value;
  }
  if (!isEmpty(custom)) add('customData', custom);
  return { fields, known: knownFields(fields, KNOWN) };
}

/** Custom fields come with their ids alone. */
function fromMarketplace(event: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  addAll(event, 'customFields');
  const custom = fieldSet();
  for (const field of objectsAt(event, 'customFields')) {
    custom.add(
      textAt(field, 'id') ?? textAt(field, 'key') ?? '',
      field['value'] ?? field['field_value'] ?? field['fieldValue'],
    );
  }
  if (!isEmpty(custom.fields)) add('customFields', custom.fields);
  const eventId = textAt(event, 'webhookId') ?? textAt(event, 'id');
  return { fields, known: knownFields(fields, KNOWN), ...(eventId === undefined ? {} : { eventId }) };
}
