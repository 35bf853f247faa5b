import { asciiEscaped } from './ascii-escape.ts';

/** A member to take out of JSON text; with `values`, only where its value is one of these texts. */
export interface Member {
  name: string;
  values?: readonly string[];
}

/**
 * JSON text without some members, at any depth, and otherwise as it was written: numbers, blanks
 * and the order of keys stay. The text has a character for each byte. Broken JSON is treated as far
 * as it goes. Linear.
 */
export function withoutMembers(text: string, members: readonly Member[]): string {
  let result = text;
  for (const { name, values } of members)
    for (const key of spellings(name)) result = withoutKey(result, key, values);
  return result;
}

/** The ways in which writers of JSON spell a key: as it is, or with slashes and non-ASCII escaped. */
function spellings(name: string): Set<string> {
  const plain = JSON.stringify(name);
  const escaped = asciiEscaped(plain).replaceAll('/', String.raw`\/`);
  return new Set([Buffer.from(plain).toString('latin1'), escaped]);
}

function withoutKey(text: string, key: string, values: readonly string[] | undefined): string {
  const pieces: string[] = [];
  let kept = 0;
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, Math.max(at + key.length, kept))) {
    const end = memberEnd(text, at, key, values);
    if (end === -1) continue;
    if (kept < at) pieces.push(text.slice(kept, at));
    const next = skipBlanks(text, end);
    if (text[next] === ',') {
      kept = skipBlanks(text, next + 1);
    } else {
      // The last member of its object: the comma before it goes in place of one after it.
      pieces.push((pieces.pop() ?? '').replace(/,[ \t\r\n]*$/, ''));
      kept = end;
    }
  }
  return kept === 0 ? text : pieces.join('') + text.slice(kept);
}

/** The place after the member whose key is there; -1 where it is none, or not one to take out. */
function memberEnd(text: string, at: number, key: string, values: readonly string[] | undefined): number {
  const colon = skipBlanks(text, at + key.length);
  if (!isMember(text, lastBefore(text, at), colon)) return -1;
  const start = skipBlanks(text, colon + 1);
  if (values !== undefined && (text[start] === '{' || text[start] === '[')) return -1;
  const end = valueEnd(text, start);
  return isOneOf(text.slice(start, end), values) ? end : -1;
}

/** A key stands after a brace or a comma and before a colon; the same text in a value does not. */
function isMember(text: string, before: number, colon: number): boolean {
  return text[colon] === ':' && (text[before] === '{' || text[before] === ',');
}

function isOneOf(raw: string, values: readonly string[] | undefined): boolean {
  if (values === undefined) return true;
  try {
    const value: unknown = JSON.parse(Buffer.from(raw, 'latin1').toString());
    return values.includes(String(value));
  } catch {
    return true;
  }
}

const BLANK = /[ \t\r\n]/;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANK.test(text.charAt(at))) at++;
  return at;
}

function lastBefore(text: string, from: number): number {
  let at = from - 1;
  while (at >= 0 && BLANK.test(text.charAt(at))) at--;
  return at;
}

/** The place after a value; the end of the text where the value is cut off. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      at = stringEnd(text, at);
      if (depth === 0) return at + 1;
    } else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (char === ',' || BLANK.test(char ?? ''))) return at;
  }
  return text.length;
}

/** The place of the closing quote. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length - 1);
}
