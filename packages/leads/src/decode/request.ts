import { TaskhookError } from '@taskhook/errors';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { bodyKind, mediaType } from './body-kind.ts';
import { addNote, charsetOf, decodeDeclared, isForeign, utf16Mark } from './charset.ts';
import type { BodyKind, DecodedRequest, IntakeRequest } from './decoded-request.ts';
import { decodeEmbeddedJson } from './embedded-json.ts';
import { decodeForm, decodeFormLines, decodeQuery } from './form.ts';
import { decodeJson, decodeJsonText } from './json.ts';
import { decodeMultipart } from './multipart.ts';
import { decodeXml } from './xml.ts';

/**
 * The decoded request. What the body is decides, not what its content type says: JSON and forms go
 * under many names. A request without a body is its query string.
 * Throws `malformed_body`, or `unsupported_media_type` where a declared other type is true.
 */
export function decodeRequest(request: IntakeRequest): DecodedRequest {
  const notes: string[] = [];
  const kind = bodyKind(request);
  const query = request.query === '' ? {} : decodeQuery(request.query, notes);
  if (kind === 'none' && Object.keys(query).length === 0) throw empty();
  const read = kind === 'none' ? { kind, body: null } : readBody(kind, request, notes);
  return { ...read, method: request.method.toUpperCase(), headers: request.headers, query, notes };
}

interface Body {
  kind: BodyKind;
  body: JsonValue;
}

function readBody(kind: Exclude<BodyKind, 'none'>, request: IntakeRequest, notes: string[]): Body {
  if (kind === 'json') return readJson(request, notes);
  if (kind === 'form') return readForm(request, notes);
  const body =
    kind === 'multipart'
      ? decodeMultipart(request.body, request.headers['content-type'] ?? '', notes)
      : decodeXml(decodeDeclared(request.body, xmlCharset(request), notes));
  return { kind, body };
}

/** Text that holds JSON once more is unpacked, as double encoding is a common mistake. */
function readJson(request: IntakeRequest, notes: string[]): Body {
  const type = request.headers['content-type'];
  if (isForm(type)) return readJsonOrForm(request, notes);
  const charset = charsetOf(type);
  const plain = !isForeign(charset) && utf16Mark(request.body) === undefined;
  const body = plain
    ? decodeJson(request.body)
    : decodeJsonText(decodeDeclared(request.body, charset, notes));
  const inner = decodeEmbeddedJson(body);
  if (inner !== undefined) addNote(notes, 'The body was JSON inside a JSON text.');
  return { kind: 'json', body: inner ?? body };
}

const QUOTE = 0x22;

function isForm(type: string | undefined): boolean {
  return mediaType(type) === 'application/x-www-form-urlencoded';
}

/**
 * A client that adds form encoding to JSON gives a form with one name and no value. A body without a
 * quotation mark is no JSON that holds a lead, but may be a form whose first name starts like JSON.
 */
function readJsonOrForm(request: IntakeRequest, notes: string[]): Body {
  try {
    return { kind: 'json', body: decodeJson(request.body) };
  } catch (error) {
    const form = readForm(request, notes);
    if (form.kind === 'json' || !request.body.includes(QUOTE)) return form;
    throw error;
  }
}

function readForm(request: IntakeRequest, notes: string[]): Body {
  const type = request.headers['content-type'];
  const fields = linesOf(request, notes) ?? decodeForm(request.body, charsetOf(type), notes);
  const json = jsonOfOneKey(fields);
  if (json === undefined) return { kind: 'form', body: fields };
  addNote(notes, 'The body was JSON with form encoding around it.');
  return { kind: 'json', body: json };
}

/** A form of enctype text/plain has lines and no ampersands. */
function linesOf(request: IntakeRequest, notes: string[]): JsonObject | undefined {
  if (mediaType(request.headers['content-type']) !== 'text/plain' || request.body.includes(0x26))
    return undefined;
  if (!request.body.includes(0x0a)) return undefined;
  return decodeFormLines(decodeDeclared(request.body, charsetOf(request.headers['content-type']), notes));
}

/** `{"a":1}=`, and `{"a":"x=y"}`, which is cut at its first equals sign. */
function jsonOfOneKey(fields: JsonObject): JsonValue | undefined {
  const [entry, another] = Object.entries(fields);
  if (entry === undefined || another !== undefined) return undefined;
  const [key, value] = entry;
  // A name that happens to be JSON (`[]=Anna`) is the name of its value.
  if (typeof value !== 'string') return undefined;
  return decodeEmbeddedJson(value === '' ? key : `${key}=${value}`);
}

/** XML states its charset itself where the content type does not (RFC 7303). */
function xmlCharset({ headers, body }: IntakeRequest): string | undefined {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 200)).toString('latin1');
  return charsetOf(headers['content-type']) ?? /encoding\s*=\s*["']([\w.-]+)/.exec(start)?.[1]?.toLowerCase();
}

function empty(): TaskhookError {
  return new TaskhookError(
    'malformed_body',
    "The body is empty; send the lead's fields as JSON or as a form.",
  );
}

/** The fields of a request whatever its kind: those of the query string where there is no body. */
export function fieldsOf(request: DecodedRequest): JsonValue {
  return request.kind === 'none' ? request.query : request.body;
}
