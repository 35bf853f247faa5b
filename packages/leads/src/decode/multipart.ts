import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { JsonObject } from '../json-value.ts';
import { addNote, charsetOf, decodeLenient } from './charset.ts';
import { expandNames, type Pair } from './field-names.ts';
import { CHARSET_FIELD } from './form.ts';
import { readPartHeaders, type PartHeaders } from './part-headers.ts';

/**
 * The fields of a multipart/form-data body (RFC 7578). Of a file its name alone is kept, and a note
 * says what was dropped. Written here since the libraries for it are streams: this one is a walk over
 * bytes that are all there, linear and without a copy of them.
 * Throws `malformed_body` where there is no part, or more than the limit.
 */
export function decodeMultipart(body: Uint8Array, contentType: string, notes: string[]): JsonObject {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const boundary = boundaryOf(contentType) ?? firstLineBoundary(bytes);
  const parts = boundary === undefined ? [] : splitParts(bytes, boundary, notes);
  if (parts.length === 0) throw noParts();
  const charset = statedCharset(parts);
  const pairs: Pair[] = [];
  for (const part of parts) {
    const pair = readPart(part, charset, notes);
    if (pair !== undefined) pairs.push(pair);
  }
  return expandNames(pairs);
}

interface Part {
  headers: string;
  content: Buffer;
}

const LONGEST_BOUNDARY = 200;
const DASHES = '--';

function boundaryOf(contentType: string): string | undefined {
  const match = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;,]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  return boundary === undefined || boundary.length > LONGEST_BOUNDARY ? undefined : boundary;
}

/** Some clients set the content type by hand and so lose the boundary; the body begins with it. */
function firstLineBoundary(bytes: Buffer): string | undefined {
  const start = bytes.indexOf(DASHES);
  const line =
    start === -1 ? '' : bytes.toString('latin1', start, start + LONGEST_BOUNDARY).split(/\r?\n/, 1)[0];
  return line === undefined || line.length <= DASHES.length ? undefined : line.slice(DASHES.length);
}

/** The parts between the lines that begin with the delimiter; a last one without an end is kept. */
function splitParts(bytes: Buffer, boundary: string, notes: string[]): Part[] {
  const delimiter = Buffer.from(`${DASHES}${boundary}`, 'latin1');
  const parts: Part[] = [];
  let start = nextDelimiter(bytes, delimiter, 0);
  for (let count = 0; start !== -1; count++) {
    if (count > limits.jsonNodes) throw tooMany();
    const from = start + delimiter.length;
    if (bytes.toString('latin1', from, from + 2) === DASHES) return parts;
    const end = nextDelimiter(bytes, delimiter, from);
    if (end === -1) addNote(notes, 'The body ends before its closing boundary.');
    addPart(parts, bytes.subarray(from, end === -1 ? bytes.length : end));
    start = end;
  }
  return parts;
}

/** Searched by the two dashes at the start of a line, so that no boundary can make the search slow. */
function nextDelimiter(bytes: Buffer, delimiter: Buffer, from: number): number {
  if (from === 0 && startsWith(bytes, delimiter, 0)) return 0;
  let at = bytes.indexOf('\n--', from, 'latin1');
  while (at !== -1) {
    if (startsWith(bytes, delimiter, at + 1)) return at + 1;
    at = bytes.indexOf('\n--', at + 3, 'latin1');
  }
  return -1;
}

function startsWith(bytes: Buffer, delimiter: Buffer, at: number): boolean {
  const last = delimiter.length - 1;
  return bytes[at + last] === delimiter[last] && delimiter.compare(bytes, at, at + delimiter.length) === 0;
}

/** `piece` is what stands between two delimiters: a line break, headers, a blank line, the content, a line break. */
function addPart(parts: Part[], piece: Buffer): void {
  const text = withoutBreak(piece.subarray(piece.indexOf('\n') + 1));
  const windows = text.indexOf('\r\n\r\n');
  const unix = text.indexOf('\n\n');
  const crlf = windows !== -1 && (unix === -1 || windows < unix);
  const end = crlf ? windows : unix;
  if (end === -1) return;
  parts.push({ headers: text.toString('latin1', 0, end), content: text.subarray(end + (crlf ? 4 : 2)) });
}

function withoutBreak(piece: Buffer): Buffer {
  if (piece.at(-1) !== 0x0a) return piece;
  return piece.subarray(0, piece.at(-2) === 0x0d ? -2 : -1);
}

function statedCharset(parts: Part[]): string | undefined {
  const field = parts.find(({ headers }) => headers.includes(`"${CHARSET_FIELD}"`));
  return field?.content.toString('latin1', 0, 40).trim().toLowerCase();
}

function readPart(part: Part, charset: string | undefined, notes: string[]): Pair | undefined {
  const headers = readPartHeaders(part.headers, charset, notes);
  if (headers.name === undefined) {
    addNote(notes, 'A part of the body without a name was dropped.');
    return undefined;
  }
  if (isFile(headers)) return fileName(headers.name, headers, part.content.length, notes);
  return [headers.name, decodeLenient(part.content, charsetOf(headers.type) ?? charset, notes)];
}

/** Scripts send JSON as a blob, which gets a file name that nobody gave it. */
function isFile({ filename, type }: PartHeaders): boolean {
  return filename !== undefined && !(filename === 'blob' && type?.startsWith('application/json') === true);
}

function fileName(name: string, headers: PartHeaders, size: number, notes: string[]): Pair | undefined {
  if (size === 0 && headers.filename === '') return undefined;
  const kind = headers.type === undefined ? '' : `${headers.type.slice(0, 100)}, `;
  addNote(notes, `The file of the field ${name.slice(0, 100)} was dropped (${kind}${size} bytes).`);
  return [name, headers.filename ?? ''];
}

function noParts(): TaskhookError {
  return new TaskhookError('malformed_body', 'The body is said to be multipart/form-data but holds no part.');
}

function tooMany(): TaskhookError {
  return new TaskhookError('malformed_body', `The body holds more than ${limits.jsonNodes} parts.`);
}
