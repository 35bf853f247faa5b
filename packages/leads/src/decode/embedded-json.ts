import { TaskhookError } from '@taskhook/errors';
import type { JsonValue } from '../json-value.ts';
import { decodeJsonText } from './json.ts';

/**
 * The value of JSON that stands as text in a field, as senders put it in `rawRequest` or `data.json`.
 * Undefined where the text is no JSON object or list, or passes the limits of a body.
 */
export function decodeEmbeddedJson(text: JsonValue | undefined): JsonValue | undefined {
  if (typeof text !== 'string' || !/^\s{0,20}[[{]/.test(text)) return undefined;
  try {
    return decodeJsonText(text);
  } catch (error) {
    if (error instanceof TaskhookError) return undefined;
    throw error;
  }
}
