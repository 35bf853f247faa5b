import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Refuses text that would give too deep or too many values before it costs a parse, by the brackets
 * and commas outside its strings. These count every key and item once, and an empty container once more.
 * Throws `malformed_body`.
 */
export function checkJsonSize(text: string): void {
  let depth = 0;
  let nodes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA) nodes++;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      nodes++;
      if (++depth > limits.jsonDepth) throw tooDeep();
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth--;
  }
  if (nodes > limits.jsonNodes) throw tooMany();
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return at;
}

function tooDeep(): TaskhookError {
  return new TaskhookError('malformed_body', `The body is nested deeper than ${limits.jsonDepth} levels.`);
}

function tooMany(): TaskhookError {
  return new TaskhookError(
    'malformed_body',
    `The body holds more than ${limits.jsonNodes} keys and items, all levels together.`,
  );
}
