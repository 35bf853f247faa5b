import { decodeEmbeddedJson } from '../decode/embedded-json.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { countKeys, objectAt, textAt, unwrapSingle } from './shape.ts';

/**
 * Unbounce: the answers are a JSON text in the field `data.json`, each a list of one; `page_name` is
 * the landing page's.
 * https://documentation.unbounce.com
 */
export const unbounce: SourceAdapter = {
  name: 'unbounce',
  title: 'Unbounce',
  docs: 'https://documentation.unbounce.com',
  recognise,
  read,
};

const PAGE_KEYS = ['page_uuid', 'page_name', 'page_url', 'variant', 'page_id'];
/** The same answers twice more, as the sender wrote them. */
const COPIES = ['data.json', 'data.xml', 'form_data'];

function recognise({ body }: DecodedRequest): string | null {
  const form = objectAt(body);
  if (form === undefined) return null;
  if (form['data.json'] !== undefined) return 'The form holds data.json, as Unbounce sends it.';
  return Object.hasOwn(form, 'page_uuid') && countKeys(form, PAGE_KEYS) >= 3
    ? 'The fields name a page and a variant of Unbounce.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const form = objectAt(body) ?? {};
  const answers = answersOf(form);
  const { fields, add } = fieldSet();
  for (const [key, value] of Object.entries(answers ?? {})) add(key, unwrapSingle(value));
  for (const [key, value] of Object.entries(form)) {
    if (answers === undefined || !COPIES.includes(key)) add(key, unwrapSingle(value));
  }
  const eventId = textAt(fields, 'lead_uuid') ?? textAt(fields, 'submission_id');
  return { type: 'leads', candidates: [{ fields, ...(eventId === undefined ? {} : { eventId }) }] };
}

function answersOf(form: JsonObject): JsonObject | undefined {
  const written: JsonValue | undefined = form['data.json'] ?? form['form_data'];
  return objectAt(decodeEmbeddedJson(written) ?? written);
}
