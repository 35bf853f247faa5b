import { TaskhookError } from '@taskhook/errors';
import { utf16Mark } from './charset.ts';
import type { BodyKind, IntakeRequest } from './decoded-request.ts';

/** Types under which any text comes: the right ones, and what clients write when nobody chose. */
const TEXT_TYPE =
  /^(?:|[^/]*|text\/.+|application\/(?:.*json|.*xml|javascript|octet-stream|x-www-form-urlencoded))$/;
const JSON_TYPE =
  /^(?:application\/(?:[\w.+-]+\+)?json|text\/(?:json|plain|javascript)|application\/octet-stream)$/;
/** A name, an equals sign, and no blank before it that is not encoded. */
const FORM_START = /^[^\s=&<>"{}]{1,200}=/;
const DISPOSITION = 'content-disposition';

/**
 * What the body is, by its first characters and only then by its content type. Throws
 * `unsupported_media_type` where it is none of what can be read and does not claim to be JSON.
 */
export function bodyKind({ headers, body }: IntakeRequest): BodyKind {
  const start = startOf(body);
  if (start === '') return 'none';
  const type = mediaType(headers['content-type']);
  const first = start[0] ?? '';
  if (first === '{' || first === '[') return 'json';
  if (first === '<') return 'xml';
  if (first === '-' && isMultipart(start, type)) return 'multipart';
  if (type.startsWith('multipart/')) return 'multipart';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (TEXT_TYPE.test(type) && FORM_START.test(start)) return 'form';
  if (type === 'text/plain' && /^[^\n:=]{1,100}[:=].*\r?\n/.test(start)) return 'form';
  if (type === '' || JSON_TYPE.test(type) || first === '"') return 'json';
  throw unsupported();
}

/** The content type without its parameters, in lower case. */
export function mediaType(header: string | undefined): string {
  if (header === undefined) return '';
  const end = header.indexOf(';');
  return (end === -1 ? header : header.slice(0, end)).trim().toLowerCase();
}

const SIGNIFICANT = 400;

/** The first characters past a byte order mark and white space, a character for each byte. */
function startOf(body: Uint8Array): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const wide = utf16Mark(body) !== undefined;
  let at = wide ? 2 : body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  while (isSpace(body[at]) || (wide && body[at] === 0)) at++;
  const start = bytes.toString('latin1', at, at + SIGNIFICANT);
  return wide ? start.replaceAll('\0', '') : start;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isMultipart(start: string, type: string): boolean {
  if (!start.startsWith('--')) return false;
  return type.startsWith('multipart/') || start.toLowerCase().includes(DISPOSITION);
}

function unsupported(): TaskhookError {
  return new TaskhookError(
    'unsupported_media_type',
    'The body is of a kind that cannot be read; send the lead as JSON, as a form or as XML.',
  );
}
