import type { JsonObject, JsonValue } from '../json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import type { KnownFields } from './known-fields.ts';
import { isEmpty, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * Tally: a list of labelled answers; what was chosen comes as the ids of options.
 * https://tally.so/help/webhooks
 */
export const tally: SourceAdapter = {
  name: 'tally',
  title: 'Tally',
  docs: 'https://tally.so/help/webhooks',
  recognise,
  read,
};

function recognise({ body, headers }: DecodedRequest): string | null {
  if (!Array.isArray(objectAt(body, 'data')?.['fields'])) return null;
  if (headers['tally-signature'] !== undefined) return 'The request carries the signature of Tally.';
  return textAt(body, 'eventType') === 'FORM_RESPONSE' ? 'The body is a FORM_RESPONSE of Tally.' : null;
}

function read({ body }: DecodedRequest): Reading {
  const type = textAt(body, 'eventType');
  if (type !== undefined && type !== 'FORM_RESPONSE') {
    return { type: 'ignored', reason: `Tally's event ${type.slice(0, 60)} is no form response.` };
  }
  const response = objectAt(body, 'data') ?? objectAt(body) ?? {};
  const { fields, add, addAll } = fieldSet();
  const known: KnownFields = {};
  const questions = objectsAt(response, 'fields');
  const choices = choiceKeys(questions);
  for (const question of questions) {
    if (choices.has(textAt(question, 'key') ?? '')) continue;
    const value = answerValue(question);
    const key = add(textAt(question, 'label') ?? textAt(question, 'key') ?? 'answer', value);
    if (isEmpty(value)) continue;
    if (question['type'] === 'INPUT_EMAIL') known.email ??= [key];
    if (question['type'] === 'INPUT_PHONE_NUMBER') known.phone ??= [key];
  }
  addAll(response, ...(questions.length > 0 ? ['fields'] : []));
  if (response !== body) addAll(objectAt(body), 'data', 'eventType', 'createdAt');
  const eventId =
    textAt(response, 'responseId') ?? textAt(response, 'submissionId') ?? textAt(body, 'eventId');
  return { type: 'leads', candidates: [{ fields, known, ...(eventId === undefined ? {} : { eventId }) }] };
}

/** Tally repeats each option of check boxes as a field of its own, whose key is the question's and the option's id. */
function choiceKeys(questions: JsonObject[]): Set<string> {
  const keys = questions.flatMap((question) =>
    objectsAt(question, 'options').map((option) => `${textAt(question, 'key')}_${textAt(option, 'id')}`),
  );
  return new Set(keys);
}

function answerValue(question: JsonObject): JsonValue {
  const value = question['value'] ?? null;
  const rows = objectAt(value);
  if (rows !== undefined && Array.isArray(question['rows'])) return matrix(rows, question);
  if (!Array.isArray(question['options'])) return value;
  const texts = textsById(question, 'options');
  if (!Array.isArray(value)) return typeof value === 'string' ? (texts.get(value) ?? value) : value;
  const chosen = value.map((id) => (typeof id === 'string' ? (texts.get(id) ?? id) : id));
  return chosen.length === 1 && question['type'] !== 'CHECKBOXES' ? (chosen[0] ?? null) : chosen;
}

function matrix(rows: JsonObject, question: JsonObject): JsonValue {
  const rowTexts = textsById(question, 'rows');
  const columnTexts = textsById(question, 'columns');
  const { fields, add } = fieldSet();
  for (const [row, columns] of Object.entries(rows)) {
    const chosen = (Array.isArray(columns) ? columns : [columns]).map((id) =>
      typeof id === 'string' ? (columnTexts.get(id) ?? id) : id,
    );
    add(rowTexts.get(row) ?? row, chosen.length === 1 ? (chosen[0] ?? null) : chosen);
  }
  return fields;
}

function textsById(question: JsonObject, list: string): Map<string, string> {
  return new Map(
    objectsAt(question, list).map((item) => [
      textAt(item, 'id') ?? '',
      textAt(item, 'text') ?? textAt(item, 'id') ?? '',
    ]),
  );
}
