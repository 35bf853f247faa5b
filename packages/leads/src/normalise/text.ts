/** What is white space, or invisible by itself, at the end of a text: spaces, BOM, zero-width and direction marks. */
const BLANK = /[\p{White_Space}\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const SPACE = 0x20;
const TILDE = 0x7e;

/** A scalar as text; a value that is absent is the empty text, one that is not text gives undefined. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** The text without blank and invisible characters at its ends. By hand, since `\s+$` is quadratic. */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return text.slice(start, end);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > SPACE && code <= TILDE) return false;
  return BLANK.test(text.charAt(at));
}
