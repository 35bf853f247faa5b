import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';

/** How senders write an answer in a list of answers. The first label that is there names the value. */
const LABELS = [
  'label',
  'question',
  'title',
  'column_name',
  'columnName',
  'name',
  'field',
  'field_name',
  'fieldName',
  'key',
  'column_id',
  'columnId',
  'field_label',
  'fieldLabel',
  'ref',
  'id',
  'slug',
  '@label',
  '@name',
  '@part',
];
const VALUES = [
  'value',
  'values',
  'answer',
  'answers',
  'string_value',
  'stringValue',
  'text',
  'field_value',
  'fieldValue',
  'response',
  'content',
  'raw_value',
  '#text',
];

export interface Answer {
  label: string;
  /** The key of the value. */
  key: string;
  value: JsonValue;
}

/** The answer that an item of a list is; undefined for what is none, such as a lead of its own. */
export function answerOf(item: JsonObject): Answer | undefined {
  const key = VALUES.find((name) => Object.hasOwn(item, name));
  if (key === undefined || Object.hasOwn(item, 'email') || Object.hasOwn(item, 'phone')) return undefined;
  for (const name of LABELS) {
    const label = Object.hasOwn(item, name) ? item[name] : undefined;
    if (typeof label === 'string' && label.trim() !== '') return { label, key, value: item[key] ?? null };
  }
  return undefined;
}

/**
 * The same fields with each list of bare answers, a label and a value each, turned into a map from
 * label to value. Lists that hold more than that are left, so that nothing is lost.
 */
export function withAnswerMaps(fields: JsonObject): JsonObject {
  let changed: JsonObject | undefined;
  for (const key of Object.keys(fields)) {
    const value = fields[key] ?? null;
    if (typeof value !== 'object' || value === null) continue;
    const better = Array.isArray(value) ? answersToMap(value) : withAnswerMaps(value);
    if (better === undefined || better === value) continue;
    changed ??= { ...fields };
    changed[key] = better;
  }
  return changed ?? fields;
}

/** The map of a list of bare answers; undefined where the list is something else or a label comes twice. */
function answersToMap(list: JsonValue[]): JsonObject | undefined {
  const map: JsonObject = {};
  for (const item of list) {
    const answer = isJsonObject(item) && Object.keys(item).length === 2 ? answerOf(item) : undefined;
    if (answer === undefined || answer.label === '__proto__' || Object.hasOwn(map, answer.label))
      return undefined;
    map[answer.label] = single(answer.value);
  }
  return list.length === 0 ? undefined : map;
}

function single(value: JsonValue): JsonValue {
  return Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value;
}
