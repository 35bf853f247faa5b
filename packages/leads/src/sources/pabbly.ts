import type { JsonObject } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { generic } from './generic.ts';
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
  return Object.keys(fields).some((key) => key.includes('field_data_') && PAIR_NAME.test(key));
}

function read(request: DecodedRequest): Reading {
  const objects = objectsAt(request.body);
  if (!objects.some(isFlattened)) return generic.read(request);
  return { type: 'leads', candidates: objects.map(candidate) };
}

/** Names and values stand in sibling keys; `raw__x` says the answer to `x` once more. */
function candidate(flat: JsonObject): Candidate {
  const { fields, add } = fieldSet();
  for (const [key, value] of Object.entries(flat)) {
    const pair = VALUE_OF.exec(key)?.[1];
    const name = pair === undefined ? undefined : textAt(flat, `${pair}_name`);
    if (name !== undefined) add(name, value);
  }
  for (const [key, value] of Object.entries(flat)) {
    if (isPart(flat, key)) continue;
    const copied = key.startsWith(COPY_START) ? key.slice(COPY_START.length) : undefined;
    if (copied !== undefined && (isEmpty(fields[copied]) || fields[copied] === value)) add(copied, value);
    else add(key, value);
  }
  const eventId = textAt(flat, 'id') ?? textAt(flat, 'leadgen_id');
  return { fields, ...(eventId === undefined ? {} : { eventId }) };
}

function isPart(flat: JsonObject, key: string): boolean {
  if (!key.includes('field_data_')) return false;
  const pair = VALUE_OF.exec(key)?.[1];
  return PAIR_NAME.test(key) || (pair !== undefined && textAt(flat, `${pair}_name`) !== undefined);
}
