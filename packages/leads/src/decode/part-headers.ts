import { decodeLenient } from './charset.ts';

/** What the headers of a part of a form say. `filename` is there for a file alone, even where it is empty. */
export interface PartHeaders {
  name: string | undefined;
  filename: string | undefined;
  type: string | undefined;
}

/** Longest headers that are looked at. */
const LONGEST = 8_192;

/** The header lines of one part of a multipart body (RFC 7578), with a character for each byte. */
export function readPartHeaders(raw: string, charset: string | undefined, notes: string[]): PartHeaders {
  const headers: PartHeaders = { name: undefined, filename: undefined, type: undefined };
  for (const line of raw.slice(0, LONGEST).split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const header = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (header === 'content-type') headers.type = value;
    if (header === 'content-disposition') readDisposition(value, headers, charset, notes);
  }
  return headers;
}

/** Browsers escape a quote as %22 and line breaks as %0D and %0A, other clients with a backslash. */
const PARAMETER = /;\s*(filename\*|filename|name)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/gi;

function readDisposition(
  value: string,
  headers: PartHeaders,
  charset: string | undefined,
  notes: string[],
): void {
  for (const [, parameter = '', quoted, bare = ''] of value.matchAll(PARAMETER)) {
    const key = parameter.toLowerCase();
    const text = decodeLenient(Buffer.from(unescape(quoted ?? bare), 'latin1'), charset, notes);
    if (key === 'name') headers.name ??= text;
    else if (key === 'filename') headers.filename ??= text;
    else headers.filename = extended(bare) ?? headers.filename ?? text;
  }
}

function unescape(text: string): string {
  return text
    .replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0D|0A)/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** RFC 8187: `UTF-8''na%C3%AFve.pdf`. */
function extended(text: string): string | undefined {
  try {
    return decodeURIComponent(text.slice(text.lastIndexOf("'") + 1));
  } catch {
    return undefined;
  }
}
