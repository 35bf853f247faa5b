import type { JsonObject, JsonValue } from '../json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { firstKeys } from '../detect/first-keys.ts';
import { countKeys, isEmpty, objectAt, textAt } from './shape.ts';

/**
 * Gravity Forms, Webhooks add-on, with all fields of the entry: keys are the fields' numbers, and a
 * part of a field has its own, such as 1.3 for the first and 1.6 for the last name.
 * https://docs.gravityforms.com/entry-object/
 */
export const gravityForms: SourceAdapter = {
  name: 'gravity-forms',
  title: 'Gravity Forms',
  docs: 'https://docs.gravityforms.com/entry-object/',
  recognise,
  read,
};

const ENTRY_KEYS = [
  'form_id',
  'date_created',
  'source_url',
  'is_starred',
  'is_read',
  'created_by',
  'user_agent',
];
const FIELD_NUMBER = /^\d{1,5}(?:\.\d{1,3})?$/;
const NAME_PARTS = ['2', '3', '4', '6', '8'];
const ADDRESS_PARTS = 6;

function recognise({ body }: DecodedRequest): string | null {
  const entry = objectAt(body);
  if (entry === undefined || countKeys(entry, ENTRY_KEYS) < 4) return null;
  return firstKeys(entry).some((key) => FIELD_NUMBER.test(key))
    ? 'The body is an entry of Gravity Forms with numbered fields.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const entry = objectAt(body) ?? {};
  const groups = groupParts(entry);
  const choices = choicesOf(entry, groups);
  const { fields, add } = fieldSet();
  for (const [key, value] of Object.entries(entry)) {
    if (!isEmpty(value) && !choices.has(numberOf(key))) add(key, value);
  }
  for (const [number, chosen] of choices) if (chosen.length > 0) add(number, chosen);
  const known = knownName(entry, groups);
  const id = textAt(entry, 'id');
  const form = textAt(entry, 'form_id');
  const eventId = id === undefined || form === undefined ? {} : { eventId: `${form}.${id}` };
  return { type: 'leads', candidates: [{ fields, known, ...eventId }] };
}

/** `4` of `4.1`; nothing of a key that is no part of a field. */
function numberOf(key: string): string {
  const dot = key.indexOf('.');
  return dot > 0 && FIELD_NUMBER.test(key) ? key.slice(0, dot) : '';
}

/** The parts of each field that has some, by the field's number: `{ 1: ['3', '6'] }`. */
function groupParts(entry: JsonObject): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of Object.keys(entry)) {
    const number = numberOf(key);
    if (number === '') continue;
    const part = key.slice(number.length + 1);
    const parts = groups.get(number);
    if (parts === undefined) groups.set(number, [part]);
    else parts.push(part);
  }
  return groups;
}

/**
 * Check boxes are numbered from 1 without a gap, but for multiples of ten; an address is too, and
 * always has six parts.
 */
function isChoiceList(parts: string[]): boolean {
  if (parts.length === ADDRESS_PARTS) return false;
  let expected = 0;
  for (const part of parts.map(Number).toSorted((a, b) => a - b)) {
    expected += expected % 10 === 9 ? 2 : 1;
    if (part !== expected) return false;
  }
  return true;
}

/** What was chosen in each field that is a list of check boxes. */
function choicesOf(entry: JsonObject, groups: Map<string, string[]>): Map<string, JsonValue[]> {
  const choices = new Map<string, JsonValue[]>();
  for (const [number, parts] of groups) {
    if (!isChoiceList(parts)) continue;
    const values = parts.map((part) => entry[`${number}.${part}`] ?? null);
    choices.set(
      number,
      values.filter((value) => !isEmpty(value)),
    );
  }
  return choices;
}

/** A name has the parts prefix, first, middle, last and suffix, and no other field has just these. */
function knownName(entry: JsonObject, groups: Map<string, string[]>): { full_name?: string[] } {
  for (const [number, parts] of groups) {
    if (!parts.every((part) => NAME_PARTS.includes(part)) || !(parts.includes('3') || parts.includes('6')))
      continue;
    const filled = NAME_PARTS.map((part) => `${number}.${part}`).filter((key) => !isEmpty(entry[key]));
    if (filled.length > 0) return { full_name: filled };
  }
  return {};
}
