import type { JsonObject, JsonValue } from '../json-value.ts';
import { fieldSet } from './field-set.ts';
import type { KnownFields } from './known-fields.ts';
import { objectAt, objectsAt, textAt } from './shape.ts';

export interface LinkedinAnswers {
  answers: JsonObject;
  known: KnownFields;
}

/** LinkedIn's names for the fields that a member's profile fills in. The personal ones come before those of work. */
const NAME_FIELDS = ['FIRST_NAME', 'LAST_NAME'];
const PHONE_FIELDS = ['PHONE_NUMBER', 'WORK_PHONE_NUMBER', 'WORK_PHONE'];
const EMAIL_FIELDS = ['EMAIL', 'WORK_EMAIL'];

/** The answers of a response by the names that its form gives to the questions. */
export function linkedinAnswers(response: JsonObject): LinkedinAnswers {
  const { fields, add } = fieldSet();
  const questions = questionsById(response);
  const keys = new Map<string, string>();
  for (const answer of objectsAt(response, 'formResponse', 'answers')) {
    const id = textAt(answer, 'questionId') ?? '';
    const question = questions.get(id);
    const key = add(nameOf(question, id), answerValue(answer, question));
    const predefined = textAt(question, 'predefinedField');
    if (predefined !== undefined && !keys.has(predefined)) keys.set(predefined, key);
  }
  return { answers: fields, known: knownBy(keys) };
}

function questionsById(response: JsonObject): Map<string, JsonObject> {
  const form = objectAt(response, 'form', 'content') ?? objectAt(response, 'form');
  const all = [...objectsAt(form, 'questions'), ...objectsAt(form, 'hiddenFields')];
  return new Map(all.map((question) => [textAt(question, 'questionId') ?? '', question]));
}

function nameOf(question: JsonObject | undefined, id: string): string {
  return (
    textAt(question, 'name') ??
    localized(objectAt(question, 'question')) ??
    textAt(question, 'predefinedField') ??
    `question_${id}`
  );
}

function answerValue(answer: JsonObject, question: JsonObject | undefined): JsonValue | undefined {
  const details = objectAt(answer, 'answerDetails');
  const chosen = objectAt(details, 'multipleChoiceAnswer')?.['options'];
  if (Array.isArray(chosen)) return chosenTexts(chosen, question);
  const [first] = Object.values(details ?? {});
  return objectAt(first)?.['answer'] ?? first ?? answer['answer'];
}

function chosenTexts(chosen: JsonValue[], question: JsonObject | undefined): JsonValue {
  const options = objectsAt(question, 'questionDetails', 'multipleChoiceQuestionDetails', 'options');
  const texts = new Map(
    options.map((option) => [textAt(option, 'id') ?? '', localized(objectAt(option, 'text'))]),
  );
  const values = chosen.map((id) => texts.get(textAt(id) ?? '') ?? id);
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}

function localized(text: JsonObject | undefined): string | undefined {
  return Object.values(objectAt(text, 'localized') ?? {}).find((value) => typeof value === 'string');
}

function knownBy(keys: Map<string, string>): KnownFields {
  const names = NAME_FIELDS.flatMap((field) => keys.get(field) ?? []);
  const phone = PHONE_FIELDS.flatMap((field) => keys.get(field) ?? []).slice(0, 1);
  const email = EMAIL_FIELDS.flatMap((field) => keys.get(field) ?? []).slice(0, 1);
  return {
    ...(names.length > 0 ? { full_name: names } : {}),
    ...(phone.length > 0 ? { phone } : {}),
    ...(email.length > 0 ? { email } : {}),
  };
}
