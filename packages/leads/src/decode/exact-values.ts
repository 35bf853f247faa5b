import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';

/** A number of 16 or more digits, or with an exponent; only those can change when they become a double. */
const RISKY_NUMBER = /(?:^|[:,[\s-])\d(?:[\d.]{15}|[\d.]*[eE])/;
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;
/** No double prints longer than this, so a longer text is never what JavaScript would keep. */
const LONGEST_NUMBER = 30;

/**
 * The value with what `JSON.parse` would have changed put right: numbers as their source text where
 * a double differs, strings and keys made well-formed. Only texts that hold a candidate pay for it.
 */
export function keepExact(text: string, value: JsonValue): JsonValue {
  if (!RISKY_NUMBER.test(text) && !SURROGATE_ESCAPE.test(text)) return value;
  return parseWithSource(text, (_key, part, context) => exactValue(part, context.source));
}

type SourceReviver = (key: string, value: JsonValue, context: { source?: string }) => JsonValue;

/** `context.source` is newer than the compiler's library. */
const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => JsonValue;

function exactValue(value: JsonValue, source: string | undefined): JsonValue {
  if (typeof value === 'number') return exactNumber(value, source ?? String(value));
  if (typeof value === 'string') return value.toWellFormed();
  return isJsonObject(value) ? withWellFormedKeys(value) : value;
}

function exactNumber(value: number, source: string): number | string {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return source;
  if (source.length > LONGEST_NUMBER) return source;
  return decimal(source) === decimal(String(value)) ? value : source;
}

/** One text for all ways to write a number: `1.50`, `15e-1` and `1.5` are all `15e-1`. */
function decimal(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${mantissa.startsWith('-') ? '-' : ''}${significant}e${power}`;
}

function withWellFormedKeys(object: JsonObject): JsonObject {
  const keys = Object.keys(object);
  if (keys.every((key) => key.isWellFormed())) return object;
  return Object.fromEntries(keys.map((key) => [key.toWellFormed(), object[key] ?? null]));
}
