import type { JsonObject } from '../json-value.ts';
import { expandNames, type Pair } from './field-names.ts';
import { decodeComponent } from './percent.ts';

/** The field in which a browser states the encoding of its form (HTML standard, 4.10.21.5). */
export const CHARSET_FIELD = '_charset_';

/**
 * The fields of an application/x-www-form-urlencoded body (URL standard, 5.1), in its own charset.
 * Written here since `URLSearchParams` knows UTF-8 alone and `qs` drops what passes its limits.
 * Throws `malformed_body` past the limits of depth and number.
 */
export function decodeForm(body: Uint8Array, charset: string | undefined, notes: string[]): JsonObject {
  const bytes = Buffer.from(body);
  for (let at = bytes.indexOf(PLUS); at !== -1 && at < bytes.length; at++)
    if (bytes[at] === PLUS) bytes[at] = BLANK;
  const raw = bytes.toString('latin1').replace(LINE_BREAKS, '');
  return expandNames(pairsOf(raw, charset ?? statedCharset(raw), notes));
}

/** The parameters of a query string. */
export function decodeQuery(query: string, notes: string[]): JsonObject {
  return decodeForm(Buffer.from(query), undefined, notes);
}

const LONGEST_NAME = 100;
const PLUS = 0x2b;
const BLANK = 0x20;
/** At the ends, where command lines and editors leave them. */
const LINE_BREAKS = /^[\r\n]{1,9}|[\r\n]{1,9}$/g;

function pairsOf(raw: string, charset: string | undefined, notes: string[]): Pair[] {
  const pairs: Pair[] = [];
  for (const part of raw.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decodeComponent(equals === -1 ? part : part.slice(0, equals), charset, notes);
    pairs.push([withoutMark(name), equals === -1 ? '' : decodeValue(part.slice(equals + 1), charset, notes)]);
  }
  return pairs;
}

/** A form as enctype text/plain writes it: a line for each field. Undefined where a line is none. */
export function decodeFormLines(text: string): JsonObject | undefined {
  const pairs: Pair[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const end = line.slice(0, LONGEST_NAME).search(/[=:]/);
    if (end < 1) return undefined;
    pairs.push([line.slice(0, end).trim(), line.slice(end + 1).trim()]);
  }
  return pairs.length === 0 ? undefined : expandNames(pairs);
}

function statedCharset(raw: string): string | undefined {
  return /(?:^|&)_charset_=([\w-]{1,40})/.exec(raw)?.[1]?.toLowerCase();
}

/** Browsers write characters that the form's charset lacks as numeric references. */
function decodeValue(raw: string, charset: string | undefined, notes: string[]): string {
  const value = decodeComponent(raw, charset, notes);
  if (charset === undefined || charset === 'utf-8' || !value.includes('&#')) return value;
  return value.replace(/&#(\d{2,7});/g, (reference, digits: string) => character(digits) ?? reference);
}

function character(digits: string): string | undefined {
  const code = Number(digits);
  return code > 0x7f && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : undefined;
}

function withoutMark(name: string): string {
  return name.startsWith('\ufeff') ? name.slice(1) : name;
}
