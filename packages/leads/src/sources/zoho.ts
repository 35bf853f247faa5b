import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, hasKeys, objectsAt, textAt } from './shape.ts';

/**
 * Zoho CRM: the webhook of a workflow with merge fields, and the notifications API, which sends ids alone.
 * https://www.zoho.com/crm/developer/docs/api/v8/notifications/overview.html
 */
export const zoho: SourceAdapter = {
  name: 'zoho',
  title: 'Zoho CRM',
  docs: 'https://www.zoho.com/crm/developer/docs/api/v8/notifications/overview.html',
  recognise,
  read,
};

const PEOPLE = new Set(['Leads', 'Contacts']);
const CREATIONS = new Set(['insert', 'create']);
/** API names of the fields of Zoho's Leads and Contacts. */
const FIELD_NAMES = [
  'Full_Name',
  'First_Name',
  'Last_Name',
  'Email',
  'Phone',
  'Mobile',
  'Lead_Source',
  'Lead_Status',
  'Company',
  'Annual_Revenue',
  'No_of_Employees',
];
const KNOWN: KnownKeys = {
  full_name: [['Full_Name'], ['First_Name', 'Last_Name']],
  phone: [['Phone'], ['Mobile']],
  email: [['Email'], ['Secondary_Email']],
};

function recognise({ body }: DecodedRequest): string | null {
  const root = objectsAt(body)[0];
  if (root === undefined) return null;
  if (hasKeys(root, 'module', 'ids', 'operation')) return 'The body is a notification of Zoho CRM.';
  const record = records(body)[0] ?? root;
  return hasKeys(record, 'Last_Name') && countKeys(record, FIELD_NAMES) >= 3
    ? 'The fields have the names of a lead in Zoho CRM.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const root = objectsAt(body)[0];
  if (root !== undefined && hasKeys(root, 'module', 'ids')) return readNotification(root);
  return { type: 'leads', candidates: records(body).map(candidate) };
}

/** The token proves that the call is Zoho's; it is a secret and not passed on. */
function readNotification({ token: _token, ...fields }: JsonObject): Reading {
  const operation = textAt(fields, 'operation') ?? '';
  const module = objectModule(fields['module']);
  const ids = Array.isArray(fields['ids']) ? fields['ids'] : [];
  if (!CREATIONS.has(operation.toLowerCase()) || !PEOPLE.has(module) || ids.length === 0) {
    return {
      type: 'ignored',
      reason: `Zoho's ${operation.slice(0, 20)} in ${module.slice(0, 40)} is no new lead.`,
    };
  }
  return {
    type: 'notification',
    provider: 'zoho',
    items: ids.map((id) => ({ id: typeof id === 'string' ? id : JSON.stringify(id), fields })),
  };
}

/** Newer versions of the API write the module as an object with its `api_name`. */
function objectModule(module: JsonValue | undefined): string {
  return textAt(module) ?? textAt(module, 'api_name') ?? '';
}

function records(body: JsonValue): JsonObject[] {
  const wrapped = objectsAt(body, 'data');
  return wrapped.length > 0 ? wrapped : objectsAt(body);
}

function candidate(record: JsonObject): Candidate {
  const { fields, addAll } = fieldSet();
  addAll(record);
  return { fields, known: knownFields(fields, KNOWN) };
}
