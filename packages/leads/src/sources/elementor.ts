import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { firstKeys } from '../detect/first-keys.ts';
import type { KnownFields } from './known-fields.ts';
import { countKeys, hasKeys, isEmpty, objectAt, textAt } from './shape.ts';

/**
 * Elementor Pro forms: labels and values, or with "Advanced Data" an object per field.
 * https://elementor.com/help/
 */
export const elementor: SourceAdapter = {
  name: 'elementor',
  title: 'Elementor forms',
  docs: 'https://elementor.com/help/',
  recognise,
  read,
};

const META_KEYS = ['Powered by', 'Page URL', 'Remote IP', 'User Agent', 'Date', 'Time'];
const NO_LABEL = 'No Label';
const NO_LABEL_NAME = 'No Label name';

function recognise({ body, headers }: DecodedRequest): string | null {
  const form = objectAt(body);
  if (form === undefined) return null;
  if (isAdvanced(form)) return 'The form holds form[id] and fields[…], as the advanced data of Elementor.';
  if (form['Powered by'] === 'Elementor') return 'The form says that it is powered by Elementor.';
  if (!hasKeys(form, 'form_id', 'form_name')) return null;
  const certain =
    countKeys(form, META_KEYS) >= 2 ||
    firstKeys(form).some((key) => key.startsWith(NO_LABEL)) ||
    headers['user-agent']?.startsWith('WordPress/') === true;
  return certain
    ? 'The form holds form_id and form_name and comes from WordPress, as Elementor sends them.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const form = objectAt(body) ?? {};
  return { type: 'leads', candidates: [isAdvanced(form) ? fromAdvanced(form) : fromSimple(form)] };
}

function isAdvanced(form: JsonObject): boolean {
  const first = Object.values(objectAt(form, 'fields') ?? {})[0];
  return objectAt(form, 'form') !== undefined && hasKeys(objectAt(first) ?? {}, 'value', 'id');
}

/** A field without a label comes as "No Label" and its id; the id of Elementor's own name field is `name`. */
function fromSimple(form: JsonObject): Candidate {
  const { fields, addAll } = fieldSet();
  addAll(form);
  return { fields, known: isEmpty(fields[NO_LABEL_NAME]) ? {} : { full_name: [NO_LABEL_NAME] } };
}

/** A field's title is its label, its id what the form's author may have typed. */
function fromAdvanced(form: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  const known: KnownFields = {};
  for (const [id, value] of Object.entries(objectAt(form, 'fields') ?? {})) {
    const field = objectAt(value);
    const key = add(textAt(field, 'title') ?? textAt(field, 'id') ?? id, fieldValue(field, value));
    if (isEmpty(fields[key])) continue;
    if (field?.['type'] === 'email') known.email ??= [key];
    if (field?.['type'] === 'tel') known.phone ??= [key];
    if (id === 'name') known.full_name ??= [key];
  }
  for (const [id, value] of Object.entries(objectAt(form, 'meta') ?? {})) {
    add(textAt(value, 'title') ?? id, objectAt(value)?.['value'] ?? value);
  }
  add('form_id', objectAt(form, 'form')?.['id']);
  add('form_name', objectAt(form, 'form')?.['name']);
  addAll(form, 'form', 'fields', 'meta');
  return { fields, known };
}

/** Several choices are joined in `value` and apart in `raw_value`. */
function fieldValue(field: JsonObject | undefined, value: JsonValue): JsonValue {
  if (field === undefined) return value;
  return Array.isArray(field['raw_value']) ? field['raw_value'] : (field['value'] ?? null);
}
