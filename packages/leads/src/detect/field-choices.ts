import type { LeadField } from '@taskhook/contracts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import { scalarText } from '../normalise/text.ts';
import type { Candidate } from '../sources/adapter.ts';
import type { Choice } from './choice.ts';
import { emailChoices, phoneChoices } from './contact.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import { nameChoices } from './person-name.ts';

export const EXTRA_FIELDS = 'extra_fields';

/** The values that a field of the lead can take, the best first; detection runs when it is first asked for. */
export interface FieldChoices {
  /** What the adapter knows, and what stands under the field's own name. */
  certain: (field: LeadField) => Choice[];
  detected: (field: LeadField) => Choice[];
}

/** `isPhone` tells whether a text without a telling key is a phone number in use. */
export function fieldChoices(candidate: Candidate, isPhone: (text: string) => boolean): FieldChoices {
  const { fields, known } = candidate;
  let leaves: Leaf[] | undefined;
  const detected = (field: LeadField): Choice[] => {
    leaves ??= leavesOf(fields, SKIPPED);
    if (field === 'full_name') return nameChoices(leaves);
    return field === 'email' ? emailChoices(leaves) : phoneChoices(leaves, isPhone);
  };
  const certain = (field: LeadField): Choice[] => {
    const paths = known?.[field];
    const stated = paths === undefined ? undefined : atPaths(fields, paths);
    const own = ownChoice(fields, field);
    if (stated === undefined) return own === undefined ? [] : [own];
    return own === undefined || stated.text === own.text ? [stated] : [stated, own];
  };
  return { certain, detected };
}

/** Its author has said that these are further fields. */
const SKIPPED: ReadonlySet<string> = new Set([EXTRA_FIELDS]);

function ownChoice(fields: JsonObject, field: LeadField): Choice | undefined {
  const text = Object.hasOwn(fields, field) ? scalarText(fields[field]) : undefined;
  if (text === undefined || text === '') return undefined;
  return { text, paths: [[field]], labels: [field], why: 'own', score: 0 };
}

function atPaths(fields: JsonObject, dotted: string[]): Choice | undefined {
  const texts: string[] = [];
  const paths: string[][] = [];
  for (const text of dotted) {
    const path = Object.hasOwn(fields, text) ? [text] : text.split('.');
    const value = scalarText(valueAt(fields, path));
    if (value === undefined || value.trim() === '') continue;
    texts.push(dotted.length === 1 ? value : value.trim());
    paths.push(path);
  }
  if (texts.length === 0) return undefined;
  return {
    text: texts.join(' '),
    paths,
    labels: paths.map((path) => path.join('.')),
    why: 'sender',
    score: 0,
  };
}

function valueAt(fields: JsonObject, path: string[]): JsonValue | undefined {
  let value: JsonValue | undefined = fields;
  for (const key of path) {
    if (value === undefined || (!Array.isArray(value) && !isJsonObject(value))) return undefined;
    if (!Object.hasOwn(value, key)) return undefined;
    value = Array.isArray(value) ? value[Number(key)] : value[key];
  }
  return value;
}
