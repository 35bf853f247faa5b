import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet, type FieldSet } from './field-set.ts';
import { knownByLabels } from './known-by-labels.ts';
import type { KnownFields } from './known-fields.ts';
import { objectAt, objectsAt, textAt } from './shape.ts';
import { questionTitle } from './question-title.ts';

/**
 * Typeform: each answer stands under a key named after its type, and its question's title only in the
 * form's definition.
 * https://www.typeform.com/developers/webhooks/example-payload/
 */
export const typeform: SourceAdapter = {
  name: 'typeform',
  title: 'Typeform',
  docs: 'https://www.typeform.com/developers/webhooks/example-payload/',
  recognise,
  read,
};

/** The parts of the response that are read elsewhere, or say how the form looks. */
const NOT_FIELDS = ['definition', 'answers', 'hidden', 'calculated', 'variables', 'ending', 'form_response'];

function recognise({ body }: DecodedRequest): string | null {
  const response = objectAt(body, 'form_response');
  if (response === undefined) return null;
  return textAt(body, 'event_type')?.startsWith('form_response') === true || response['answers'] !== undefined
    ? 'The body is a form_response of Typeform.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const response = objectAt(body, 'form_response') ?? objectAt(body) ?? {};
  return { type: 'leads', candidates: [candidate(response, objectAt(body) ?? {})] };
}

/**
 * A partial response gets an event id of its own: its token comes again with the whole response, which
 * must not be taken for a repetition.
 */
function candidate(response: JsonObject, envelope: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  const known = addAnswers(response, { fields, add, addAll });
  addAll(objectAt(response, 'hidden'));
  for (const variable of objectsAt(response, 'variables')) {
    const kind = textAt(variable, 'type') ?? 'text';
    add(`variable_${textAt(variable, 'key') ?? ''}`, variable[kind]);
  }
  addAll(objectAt(response, 'calculated'));
  add('form_title', objectAt(response, 'definition')?.['title']);
  add('ending', objectAt(response, 'ending')?.['ref']);
  addAll(response, ...NOT_FIELDS);
  if (response !== envelope) addAll(envelope, 'form_response', 'event_type');
  const token = textAt(response, 'token');
  const partial = envelope['event_type'] === 'form_response_partial';
  return {
    fields,
    known,
    ...(token === undefined ? {} : { eventId: partial ? `${token}.partial` : token }),
    ...(partial ? { partial } : {}),
  };
}

function addAnswers(response: JsonObject, { fields, add }: FieldSet): KnownFields {
  const titles = new Map<string, string>();
  for (const field of objectsAt(response, 'definition', 'fields')) addTitles(titles, field);
  const known: KnownFields = {};
  const labels: [key: string, label: string][] = [];
  for (const answer of objectsAt(response, 'answers')) {
    const ref = textAt(answer, 'field', 'ref');
    const title = titles.get(textAt(answer, 'field', 'id') ?? '') ?? titles.get(ref ?? '');
    const value = answerValue(answer);
    const key = add(keyOf(ref, title) ?? 'answer', value);
    if (title !== undefined) labels.push([key, title]);
    if (answer['type'] === 'email') known.email ??= [key];
    if (answer['type'] === 'phone_number') known.phone ??= [key];
  }
  return { ...knownByLabels(fields, labels), ...known };
}

/** A reference that the form's author typed is the key; those that Typeform makes up say less than the title. */
function keyOf(ref: string | undefined, title: string | undefined): string | undefined {
  const typed =
    ref !== undefined && /^[a-z][\w-]{1,60}$/i.test(ref) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(ref);
  return typed ? ref : (title ?? ref);
}

/** Questions of a contact block or a group stand inside it. */
function addTitles(titles: Map<string, string>, field: JsonObject): void {
  const title = questionTitle(textAt(field, 'title') ?? '');
  const ref = textAt(field, 'ref');
  if (title !== '') {
    titles.set(textAt(field, 'id') ?? '', title);
    if (ref !== undefined) titles.set(ref, title);
  }
  for (const inner of objectsAt(field, 'properties', 'fields')) addTitles(titles, inner);
}

function answerValue(answer: JsonObject): JsonValue | undefined {
  const value = answer[textAt(answer, 'type') ?? ''];
  const chosen = objectAt(value);
  if (chosen === undefined) return value;
  if (answer['type'] === 'choice') return chosen['label'] ?? chosen['other'] ?? chosen;
  if (answer['type'] !== 'choices') return value;
  const labels = Array.isArray(chosen['labels']) ? chosen['labels'] : [];
  return chosen['other'] === undefined || chosen['other'] === null ? labels : [...labels, chosen['other']];
}
