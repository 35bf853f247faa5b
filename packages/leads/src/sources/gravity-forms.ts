import type { JsonObject, JsonValue } from '../json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
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
  return Object.keys(entry).some((key) => FIELD_NUMBER.test(key))
    ? 'The body is an entry of Gravity Forms with numbered fields.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const entry = objectAt(body) ?? {};
  const { fields, add } = fieldSet();
  const groups = groupParts(entry);
  for (const [key, value] of Object.entries(entry)) {
    if (!isEmpty(value) && !isChoice(groups.get(key.split('.')[0] ?? ''), key)) add(key, value);
  }
  for (const [number, parts] of groups) {
    const chosen = parts.flatMap((part): JsonValue[] =>
      isEmpty(entry[`${number}.${part}`]) ? [] : [entry[`${number}.${part}`] ?? null],
    );
    if (isChoiceList(parts) && chosen.length > 0) add(number, chosen);
  }
  const id = textAt(entry, 'id');
  const form = textAt(entry, 'form_id');
  return {
    type: 'leads',
    candidates: [
      {
        fields,
        known: knownName(entry, groups),
        ...(id === undefined || form === undefined ? {} : { eventId: `${form}.${id}` }),
      },
    ],
  };
}

/** The parts of each field that has some, by the field's number: `{ 1: ['3', '6'] }`. */
function groupParts(entry: JsonObject): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of Object.keys(entry)) {
    const [number, part] = key.split('.');
    if (number === undefined || part === undefined || !FIELD_NUMBER.test(key)) continue;
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
  const numbers = parts.map(Number).toSorted((a, b) => a - b);
  const expected = Array.from({ length: numbers.length * 2 }, (_, i) => i + 1).filter((n) => n % 10 !== 0);
  return numbers.length !== ADDRESS_PARTS && numbers.every((n, i) => n === expected[i]);
}

function isChoice(parts: string[] | undefined, key: string): boolean {
  return parts !== undefined && key.includes('.') && isChoiceList(parts);
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
