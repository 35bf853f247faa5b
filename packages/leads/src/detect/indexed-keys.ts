import type { JsonObject } from '../json-value.ts';

const LABEL_KEY = /^(.*\d[\s_.-]{1,2})(?:name|label|question|title|field|key)$/i;
const VALUE_ENDS = ['values_0', 'value', 'values', 'answer', 'text', 'string_value', 'values 0', 'values.0'];
const MOST_KEYS = 1_000;

/**
 * Lists that were flattened into keys (`field_data_0_name`, `field_data_0_values_0`): the label for
 * each key that holds a value, and an empty one for the key that held the label.
 */
export function indexedLabels(object: JsonObject, keys: string[]): Map<string, string> | undefined {
  let labels: Map<string, string> | undefined;
  if (keys.length > MOST_KEYS) return undefined;
  for (const key of keys) {
    const last = key.charCodeAt(key.length - 1) | 0x20;
    // Ends with the e, l, n, d or y of one of the words: nearly every key is sorted out here.
    if (last !== 0x65 && last !== 0x6c && last !== 0x6e && last !== 0x64 && last !== 0x79) continue;
    const stem = key.length > 200 ? undefined : LABEL_KEY.exec(key)?.[1];
    const label = object[key];
    if (stem === undefined || typeof label !== 'string' || label.trim() === '') continue;
    const valueEnd = VALUE_ENDS.find((end) => Object.hasOwn(object, stem + end));
    if (valueEnd === undefined) continue;
    labels ??= new Map();
    labels.set(stem + valueEnd, label);
    labels.set(key, '');
  }
  return labels;
}
