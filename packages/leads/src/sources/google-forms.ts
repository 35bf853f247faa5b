import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet, type FieldSet } from './field-set.ts';
import { firstKeys } from '../detect/first-keys.ts';
import { isScriptAgent } from './google-sheets.ts';
import { countKeys, hasKeys, objectAt, objectsAt, textAt, unwrapSingle } from './shape.ts';

/**
 * Google Forms through Apps Script: `e.namedValues` of the response sheet, in which each answer is a
 * list of one, or the items of a FormResponse.
 * https://developers.google.com/apps-script/guides/triggers/events
 */
export const googleForms: SourceAdapter = {
  name: 'google-forms',
  title: 'Google Forms',
  docs: 'https://developers.google.com/apps-script/guides/triggers/events',
  recognise,
  read,
};

/** The first column of the response sheet, in the languages of the forms. */
const TIMESTAMPS = [
  'Timestamp',
  'Informazioni cronologiche',
  'Marca temporal',
  'Horodateur',
  'Zeitstempel',
  'Carimbo de data/hora',
  'Tijdstempel',
  'Sygnatura czasowa',
  'Marcaj de timp',
  'Zaman damgası',
];
const EVENT_KEYS = ['namedValues', 'values', 'range', 'authMode', 'triggerUid', 'source'];
const RESPONSE_KEYS = [
  'formId',
  'responseId',
  'respondentEmail',
  'formTitle',
  'timestamp',
  'createTime',
  'editUrl',
];
const ANSWER_LISTS = ['answers', 'responses', 'items', 'itemResponses', 'item_responses'];

function recognise(request: DecodedRequest): string | null {
  const root = objectAt(request.body);
  if (root === undefined) return null;
  if (objectAt(root, 'namedValues') !== undefined) return 'The body holds namedValues of a Google form.';
  if (isNamedValues(root)) return 'Each answer is a list of one, as in namedValues of a Google form.';
  const known = countKeys(root, RESPONSE_KEYS);
  if (known === 0) return null;
  const listed = ANSWER_LISTS.some(
    (key) => answerOf(objectsAt(root, key)[0]) !== undefined || byQuestionId(objectAt(root, key)),
  );
  return listed && (known >= 2 || isScriptAgent(request))
    ? 'The body lists the answers of a Google form.'
    : null;
}

function isNamedValues(root: JsonObject): boolean {
  const keys = firstKeys(root);
  if (keys.length < 2 || !keys.every((key) => isListOfOne(root[key]))) return false;
  return keys.length >= 3 || TIMESTAMPS.some((key) => Object.hasOwn(root, key));
}

function isListOfOne(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length === 1;
}

function read({ body }: DecodedRequest): Reading {
  const root = objectAt(body) ?? {};
  const set = fieldSet();
  const named = objectAt(root, 'namedValues') ?? root;
  for (const [key, value] of Object.entries(named)) {
    const list = ANSWER_LISTS.includes(key) && addAnswers(set, value);
    if (!list) set.add(key, unwrapSingle(value));
  }
  if (named !== root) set.addAll(root, ...EVENT_KEYS);
  return { type: 'leads', candidates: [withId({ fields: set.fields }, textAt(root, 'responseId'))] };
}

function withId(candidate: Candidate, eventId: string | undefined): Candidate {
  return eventId === undefined ? candidate : { ...candidate, eventId };
}

/** False where the value is no list of answers, and so a field like any other. */
function addAnswers({ add }: FieldSet, value: JsonValue): boolean {
  const answers = objectAt(value);
  if (byQuestionId(answers)) {
    for (const [id, answer] of Object.entries(answers ?? {})) add(id, textAnswer(answer));
    return true;
  }
  const items = objectsAt(value);
  if (!Array.isArray(value) || answerOf(items[0]) === undefined) return false;
  for (const item of items) {
    const answer = answerOf(item);
    if (answer !== undefined) add(answer.question, unwrapSingle(answer.value));
  }
  return true;
}

function answerOf(item: JsonObject | undefined): { question: string; value: JsonValue } | undefined {
  const question = textAt(item, 'question') ?? textAt(item, 'title') ?? textAt(item, 'label');
  const value = item?.['answer'] ?? item?.['response'] ?? item?.['value'] ?? null;
  return question === undefined ||
    item === undefined ||
    !['answer', 'response', 'value'].some((key) => hasKeys(item, key))
    ? undefined
    : { question, value };
}

/** The Forms API gives `{ <questionId>: { textAnswers: { answers: [{ value }] } } }`. */
function byQuestionId(answers: JsonObject | undefined): boolean {
  const first = Object.values(answers ?? {})[0];
  return objectAt(first, 'textAnswers') !== undefined;
}

function textAnswer(answer: JsonValue): JsonValue {
  const values = objectsAt(answer, 'textAnswers', 'answers').map((item) => item['value'] ?? null);
  return values.length > 0 ? unwrapSingle(values) : answer;
}
