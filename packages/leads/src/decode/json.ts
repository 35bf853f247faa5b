import { TaskhookError } from '@taskhook/errors';
import type { JsonValue } from '../json-value.ts';
import { keepExact } from './exact-values.ts';
import { checkJsonSize } from './json-size.ts';
import { describeSyntaxError } from './json-syntax.ts';
import { refuseForbiddenKeys } from './forbidden-keys.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * The value of a JSON body (RFC 8259, strict UTF-8). Of a key that comes twice the last one counts.
 * Integers beyond 2^53, and other numbers that a double would change, are kept as their source text.
 * A lone surrogate, which no UTF-8 store can hold, becomes U+FFFD.
 * Throws `malformed_body`: the message says what is wrong and where, and never quotes the body.
 */
export function decodeJson(bytes: Uint8Array): JsonValue {
  return decodeJsonText(decodeUtf8(bytes));
}

/** The same for text that was decoded before. */
export function decodeJsonText(text: string): JsonValue {
  checkJsonSize(text);
  const value = parse(text);
  refuseForbiddenKeys(value);
  return keepExact(text, value);
}

/** The message of the SyntaxError quotes the body, so neither it nor its cause may leave this function. */
function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    const { reason, line, column } = describeSyntaxError(text);
    throw new TaskhookError(
      'malformed_body',
      `The body is not valid JSON: ${reason} at line ${line}, column ${column}.`,
      { errors: [{ field: '', message: reason, line, column }] },
    );
  }
}
