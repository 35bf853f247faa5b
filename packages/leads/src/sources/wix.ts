import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { firstKeys } from '../detect/first-keys.ts';
import { knownFields, type KnownFields } from './known-fields.ts';
import { countKeys, hasKeys, isEmpty, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * Wix Automations, "Send HTTP request" after a form: the answers with their labels, the same answers
 * under typed keys (`field:email_6f2c`), and the contact that Wix keeps.
 * https://support.wix.com
 */
export const wix: SourceAdapter = {
  name: 'wix',
  title: 'Wix',
  docs: 'https://support.wix.com',
  recognise,
  read,
};

const FORM_KEYS = [
  'formName',
  'submissions',
  'submissionTime',
  'submissionsLink',
  'contactId',
  'submissionId',
];
const TYPED = 'field:';

function recognise({ body }: DecodedRequest): string | null {
  const data = dataOf(body);
  if (countKeys(data, FORM_KEYS) >= 3) return 'The body is a form of Wix Automations.';
  return hasKeys(data, 'formName') && firstKeys(data).some((key) => key.startsWith(TYPED))
    ? 'The body is a form of Wix with its typed fields.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  return { type: 'leads', candidates: [candidate(dataOf(body), objectAt(body) ?? {})] };
}

function dataOf(body: JsonValue): JsonObject {
  return objectAt(body, 'data') ?? objectAt(body, 'payload') ?? objectAt(body) ?? {};
}

function candidate(data: JsonObject, envelope: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  const labels = new Map<JsonValue, string>();
  for (const answer of objectsAt(data, 'submissions')) {
    const label = textAt(answer, 'label') ?? textAt(answer, 'fieldName');
    const value = answer['value'] ?? answer['fieldValue'];
    const key = add(label ?? 'answer', value);
    if (value !== undefined && !labels.has(value)) labels.set(value, key);
  }
  const typed = new Map<string, string>();
  const rest: JsonObject = {};
  for (const [name, value] of Object.entries(data)) {
    if (!name.startsWith(TYPED)) rest[name] = value;
    else addTyped(typed, name, labels.get(value) ?? add(name, value), fields);
  }
  for (const [name, value] of Object.entries(objectAt(data, 'submissions') ?? {})) {
    addTyped(typed, `${TYPED}${name}`, add(name, value), fields);
  }
  addContact(objectAt(data, 'contact'), add);
  addAll(rest, 'submissions', ...(objectAt(data, 'contact') === undefined ? [] : ['contact']));
  if (data !== envelope) addAll(envelope, 'data', 'payload');
  const eventId = textAt(data, 'submissionId');
  return { fields, known: known(typed, fields), ...(eventId === undefined ? {} : { eventId }) };
}

/** `field:first_name_3a1f`: the type stands between the colon and the number of the field. */
function addTyped(typed: Map<string, string>, name: string, key: string, fields: JsonObject): void {
  const type = /^field:(first_name|last_name|full_name|name|email|phone)/.exec(name)?.[1];
  if (type !== undefined && !typed.has(type) && !isEmpty(fields[key])) typed.set(type, key);
}

/** The contact's own name and addresses get plain keys: they are what is left where the form asked less. */
function addContact(
  contact: JsonObject | undefined,
  add: (key: string, value: JsonValue | undefined) => string,
): void {
  if (contact === undefined) return;
  const { name, email, phone, ...rest } = contact;
  add('contact_first_name', textAt(name, 'first'));
  add('contact_last_name', textAt(name, 'last'));
  if (objectAt(name) === undefined) add('contact_name', name);
  if (!isEmpty(email)) add('contact_email', email);
  if (!isEmpty(phone)) add('contact_phone', phone);
  if (!isEmpty(rest)) add('contact', rest);
}

function known(typed: Map<string, string>, fields: JsonObject): KnownFields {
  const named = ['full_name', 'first_name', 'last_name', 'name'].flatMap((type) => typed.get(type) ?? []);
  const fromContact = knownFields(fields, {
    full_name: [['contact_first_name', 'contact_last_name'], ['contact_name']],
    phone: [],
    email: [['contact_email']],
  });
  const email = typed.get('email');
  const phone = typed.get('phone');
  return {
    ...fromContact,
    ...(named.length > 0 ? { full_name: named } : {}),
    ...(email === undefined ? {} : { email: [email] }),
    ...(phone === undefined ? {} : { phone: [phone] }),
  };
}
