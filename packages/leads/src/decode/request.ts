import { TaskhookError } from '@taskhook/errors';
import type { JsonValue } from '../json-value.ts';
import { decodeJson } from './json.ts';

/** A request as the ingress read it. Header names are lower-case, `query` is the text after the question mark. */
export interface IntakeRequest {
  method: string;
  headers: Record<string, string | undefined>;
  query: string;
  body: Uint8Array;
}

/** Types that senders put over JSON: the right ones, and what clients write when nobody chose. */
const JSON_TYPE =
  /^(?:application\/(?:[\w.+-]+\+)?json|text\/(?:json|plain|javascript)|application\/octet-stream)$/;

/**
 * The decoded body. What the body is decides, not what its content type says: JSON goes under many
 * names. Throws `malformed_body`, or `unsupported_media_type` where a declared other type is true.
 */
export function decodeRequest(request: IntakeRequest): JsonValue {
  const first = firstSignificantByte(request.body);
  if (first === undefined) {
    throw new TaskhookError('malformed_body', "The body is empty; send the lead's fields as JSON.");
  }
  const type = mediaType(request.headers['content-type']);
  if (!looksLikeJson(first) && type !== '' && !JSON_TYPE.test(type)) throw unsupported();
  return decodeJson(request.body);
}

function firstSignificantByte(body: Uint8Array): number | undefined {
  let at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  while (isSpace(body[at])) at++;
  return body[at];
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** `{` or `[` */
function looksLikeJson(byte: number): boolean {
  return byte === 0x7b || byte === 0x5b;
}

function mediaType(header: string | undefined): string {
  if (header === undefined) return '';
  const end = header.indexOf(';');
  return (end === -1 ? header : header.slice(0, end)).trim().toLowerCase();
}

function unsupported(): TaskhookError {
  return new TaskhookError(
    'unsupported_media_type',
    'The body is of a kind that cannot be read yet; send the lead as JSON with the content type application/json.',
  );
}
