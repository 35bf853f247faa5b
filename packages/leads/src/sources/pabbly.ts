import type { JsonObject } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { generic } from './generic.ts';
import { firstKeys } from '../detect/first-keys.ts';
import { isEmpty, objectsAt, textAt } from './shape.ts';

/**
 * Pabbly Connect: the labels that the workflow's author typed, or a lead of Facebook whose answers
 * were flattened into `field_data_0_name` and `field_data_0_values_0`.
 * https://forum.pabbly.com
 */
export const pabbly: SourceAdapter = {
  name: 'pabbly',
  title: 'Pabbly Connect',
  docs: 'https://forum.pabbly.com',
  recognise,
  read,
};

const PAIR = 'field_data_';
const PAIR_NAME_END = '_name';
const PAIR_NAME = /^(.*field_data_\d+)_name$/;
const VALUE_OF = /^(.*field_data_\d+)_values?(?:_\d+)?$/;
const COPY_START = 'raw__';

function recognise({ body, headers }: DecodedRequest): string | null {
  if (/pabbly/i.test(headers['user-agent'] ?? '')) return 'The user agent is Pabbly.';
  const first = objectsAt(body)[0];
  return first !== undefined && isFlattened(first)
    ? 'The keys are numbered as Pabbly flattens the answers of a lead.'
    : null;
}

function isFlattened(fields: JsonObject): boolean {
  return firstKeys(fields).some((key) => key.includes(PAIR) && PAIR_NAME.test(key));
}

function read(request: DecodedRequest): Reading {
  const objects = objectsAt(request.body);
  if (!objects.some(isFlattened)) return generic.read(request);
  return { type: 'leads', candidates: objects.map(candidate) };
}

/** Names and values stand in sibling keys; `raw__x` says the answer to `x` once more. */
function candidate(flat: JsonObject): Candidate {
  const { fields, add } = fieldSet();
  const keys = Object.keys(flat);
  const { names, nameKeys } = pairNames(flat, keys);
  const others: string[] = [];
  for (const key of keys) {
    if (nameKeys.has(key)) continue;
    const pair = key.includes(PAIR) ? VALUE_OF.exec(key)?.[1] : undefined;
    const name = pair === undefined ? undefined : names.get(pair);
    if (name === undefined) others.push(key);
    else add(name, flat[key]);
  }
  for (const key of others) {
    const value = flat[key];
    const copied = key.startsWith(COPY_START) ? key.slice(COPY_START.length) : undefined;
    if (copied !== undefined && (isEmpty(fields[copied]) || fields[copied] === value)) add(copied, value);
    else add(key, value);
  }
  const eventId = textAt(flat, 'id') ?? textAt(flat, 'leadgen_id');
  return { fields, ...(eventId === undefined ? {} : { eventId }) };
}

interface PairNames {
  /** What each numbered pair is called, by what its keys begin with. */
  names: Map<string, string>;
  /** The keys that say so. */
  nameKeys: Set<string>;
}

function pairNames(flat: JsonObject, keys: string[]): PairNames {
  const names = new Map<string, string>();
  const nameKeys = new Set<string>();
  for (const key of keys) {
    const pair = key.endsWith(PAIR_NAME_END) && key.includes(PAIR) ? PAIR_NAME.exec(key)?.[1] : undefined;
    const name = pair === undefined ? undefined : textAt(flat, key);
    if (pair === undefined || name === undefined) continue;
    names.set(pair, name);
    nameKeys.add(key);
  }
  return { names, nameKeys };
}
