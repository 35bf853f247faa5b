import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { decodeEmbeddedJson } from '../decode/embedded-json.ts';
import { fieldsOf } from '../decode/request.ts';
import { withAnswerMaps } from '../detect/answer-lists.ts';
import { keyMeaning } from '../detect/key-meaning.ts';
import { withNamedRows } from '../detect/named-rows.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, SourceAdapter } from './adapter.ts';
import { firstKeys } from '../detect/first-keys.ts';

const NO_LEAD = "The body must be a JSON object with the lead's fields, or a list of such objects.";

/**
 * Takes anything: an object is one lead, a list one lead for each item, and so is a list of leads
 * inside an object. The lead's fields are detected.
 */
export const generic: SourceAdapter = {
  name: 'generic',
  title: 'Any sender',
  docs: 'https://www.rfc-editor.org/rfc/rfc8259',
  recognise: () => null,
  read: (request) => ({ type: 'leads', candidates: candidates(request) }),
};

function candidates(request: DecodedRequest): Candidate[] {
  const given = fieldsOf(request);
  const body = isJsonObject(given) ? (withNamedRows(given) ?? given) : given;
  const found = Array.isArray(body) ? body : isJsonObject(body) ? leadsInside(body) : undefined;
  if (found === undefined) return [candidate(body, request)];
  if (found.length > limits.leadsPerRequest) throw tooMany(found.length);
  return found.length === 0 ? [noLead()] : found.map((item) => candidate(item, request));
}

function candidate(value: JsonValue, { kind }: DecodedRequest): Candidate {
  if (!isJsonObject(value)) return noLead();
  const isForm = kind === 'form' || kind === 'multipart';
  return { fields: withAnswerMaps(isForm || !isContact(value) ? withParsedJson(value) : value) };
}

/** A form can hold JSON as text alone, and some senders write JSON so where the lead itself stands in it. */
function withParsedJson(fields: JsonObject): JsonObject {
  let parsed: JsonObject | undefined;
  for (const key of Object.keys(fields)) {
    const value = decodeEmbeddedJson(fields[key]);
    if (value === undefined || Object.keys(value ?? {}).length === 0) continue;
    parsed ??= { ...fields };
    parsed[key] = value;
  }
  return parsed ?? fields;
}

/** Where senders put several leads of one request. */
const LISTS = ['leads', 'contacts', 'data', 'records', 'items', 'results', 'submissions', 'entries', 'rows'];

/** The leads in a list inside the body, each with what the body says beside them. */
function leadsInside(body: JsonObject): JsonObject[] | undefined {
  const key = LISTS.find((name) => Object.hasOwn(body, name) && Array.isArray(body[name]));
  const list = key === undefined ? undefined : body[key];
  if (key === undefined || !Array.isArray(list) || isContact(body)) return undefined;
  if (list.length === 0 || !list.every((item) => isJsonObject(item) && isContact(item))) return undefined;
  const { [key]: _, ...beside } = body;
  return list.filter((item) => isJsonObject(item)).map((item) => ({ ...besideOf(beside, item), ...item }));
}

/** A key that the lead has too is kept under another name. */
function besideOf(beside: JsonObject, item: JsonObject): JsonObject {
  const entries = Object.entries(beside).map(([key, value]) => {
    let free = key;
    while (Object.hasOwn(item, free)) free += '_';
    return [free, value] as const;
  });
  return Object.fromEntries(entries);
}

function isContact(object: JsonObject): boolean {
  return firstKeys(object).some((key) => {
    const { role, owner } = keyMeaning(key);
    return (role === 'email' || role === 'phone') && owner !== 'other';
  });
}

function noLead(): Candidate {
  return { fields: {}, problem: NO_LEAD };
}

function tooMany(count: number): TaskhookError {
  return new TaskhookError(
    'malformed_body',
    `The body holds ${count} leads; one request may hold ${limits.leadsPerRequest}.`,
  );
}
