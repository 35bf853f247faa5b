import type { LeadField } from '@taskhook/contracts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Choice } from './choice.ts';

/** Why a lead's field has its value, and where in the fields it stands. */
export interface FieldReason {
  /** Liquid paths of the places; empty where there are none. */
  paths: string[];
  reason: string;
}

export type Taken =
  | { by: 'mapping' }
  | { by: 'choice'; choice: Choice; completedBy?: string[] }
  | { by: 'nothing'; problem: string | undefined };

const nouns: Record<LeadField, string> = {
  full_name: 'a name',
  phone: 'a phone number',
  email: 'an e-mail address',
};

export function reasonFor(field: LeadField, taken: Taken, sender: string): FieldReason {
  if (taken.by === 'mapping') return { paths: [], reason: 'The mapping of the task sets it.' };
  if (taken.by === 'nothing') return { paths: [], reason: nothing(field, taken.problem) };
  const { choice, completedBy } = taken;
  const reason = choiceReason(field, choice, sender);
  const code = completedBy === undefined ? '' : ` Its code is that of ${quotedLabels(completedBy)}.`;
  return { paths: choice.paths.map(liquidPath), reason: `${reason}${code}` };
}

function nothing(field: LeadField, problem: string | undefined): string {
  return problem === undefined
    ? `No field was found that looks like ${nouns[field]}.`
    : `What was found ${problem}.`;
}

function choiceReason(field: LeadField, choice: Choice, sender: string): string {
  const labels = quotedLabels(choice.labels);
  const words: Record<Choice['why'], string> = {
    sender: `${sender} puts it in ${labels}.`,
    own: 'The field has this very name.',
    parts: `${labels} are the parts of ${nouns[field]}.`,
    key: `${labels} is what ${nouns[field]} is called.`,
    value: `The value of ${labels} looks like ${nouns[field]}.`,
  };
  return words[choice.why];
}

function quotedLabels(labels: string[]): string {
  return labels.map((label) => `“${label}”`).join(' and ');
}

export interface FlatField {
  path: string;
  value: JsonValue;
}

const MOST_FIELDS = 1_000;

/** Every value of the fields with the Liquid path that a mapping reaches it by, at most a thousand. */
export function flattenFields(fields: JsonObject): FlatField[] {
  const flat: FlatField[] = [];
  addFlat(flat, fields, []);
  return flat;
}

/** Recursion is bounded by the depth limit of a body. */
function addFlat(flat: FlatField[], value: JsonValue, path: string[]): void {
  if (flat.length >= MOST_FIELDS) return;
  const isContainer = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isContainer) {
    if (path.length > 0) flat.push({ path: liquidPath(path), value });
    return;
  }
  for (const [key, inner] of Object.entries(value)) addFlat(flat, inner, [...path, key]);
}

const PLAIN_KEY = /^[a-zA-Z_][\w-]*$/;
const INDEX = /^\d+$/;

/** `lead.contact["E-mail *"]`, as LiquidJS reads it. */
function liquidPath(path: string[]): string {
  let text = '';
  for (const key of path) {
    if (PLAIN_KEY.test(key)) text += text === '' ? key : `.${key}`;
    else if (INDEX.test(key) && text !== '') text += `[${key}]`;
    else text += `[${quoted(key)}]`;
  }
  return text;
}

function quoted(key: string): string {
  if (!key.includes('"')) return `"${key}"`;
  return key.includes("'") ? JSON.stringify(key) : `'${key}'`;
}
