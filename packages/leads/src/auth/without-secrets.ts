import type { Auth } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { bodyKind } from '../decode/body-kind.ts';
import type { IntakeRequest } from '../decode/decoded-request.ts';
import { headerOf } from './auth-request.ts';
import { withoutMembers, type Member } from './json-members.ts';
import { queryParts } from './query-parts.ts';
import { alwaysSecret, secretFields } from './secret-fields.ts';

/**
 * The request as it may be stored and read as a lead: without the fields that hold secrets, and
 * otherwise byte for byte what it was. A body without any is the same object. Never throws.
 */
export function withoutSecrets(request: IntakeRequest, auth: Auth): IntakeRequest {
  const secret = secretFields(auth);
  return {
    method: request.method,
    headers: withoutHeaders(request.headers, secret.headers),
    query: withoutParts(request.query, secret.query),
    body: cleanBody(request, secret.body, auth),
  };
}

/** Most requests have none of them: they keep what they have. */
function withoutHeaders(headers: IntakeRequest['headers'], names: string[]): IntakeRequest['headers'] {
  const isSecret = (name: string): boolean => names.includes(name.toLowerCase());
  if (!Object.keys(headers).some(isSecret)) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isSecret(name)));
}

function withoutParts(query: string, names: string[]): string {
  if (query === '') return query;
  const parts = queryParts(query);
  const kept = parts.filter((part) => !names.includes(part.name));
  return kept.length === parts.length ? query : kept.map((part) => part.text).join('&');
}

/** Works on a text with a character for each byte, so that whatever is kept is kept exactly. */
function cleanBody(request: IntakeRequest, fields: string[], auth: Auth): Uint8Array {
  const { body } = request;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const secrets = auth.type === 'body' ? auth.secrets : [];
  // Neither a name nor a secret is there in most bodies: nothing is copied then.
  const found = auth.type === 'body' || [...fields, SESSION].some((name) => bytes.includes(name));
  if (!found) return body;
  const text = bytes.toString('latin1');
  const clean = cleanText(text, kindOf(request), fields, secrets, auth);
  return clean === text ? body : Buffer.from(clean, 'latin1');
}

function cleanText(text: string, kind: string, fields: string[], secrets: string[], auth: Auth): string {
  switch (kind) {
    case 'json':
      return withoutMembers(
        text,
        fields.flatMap((field) => membersOf(field, auth)),
      );
    case 'form':
      return withoutParts(text, fields.flatMap(formNames));
    case 'xml':
      return withoutSession(secrets.reduce(withoutValue, text));
    default:
      return secrets.reduce(withoutValue, text);
  }
}

function kindOf(request: IntakeRequest): string {
  try {
    return bodyKind({ ...request, headers: { 'content-type': headerOf(request, 'content-type') } });
  } catch (error) {
    if (error instanceof TaskhookError) return 'unknown';
    throw error;
  }
}

/** The field of the task may have a name that others have too: only its secret goes. */
function membersOf(field: string, auth: Auth): Member[] {
  if (auth.type !== 'body' || alwaysSecret.body.includes(field)) return [{ name: field }];
  const last = field.slice(field.lastIndexOf('.') + 1);
  return [...new Set([field, last])].map((name) => ({ name, values: auth.secrets }));
}

/** `meta.token` is written `meta[token]` in a form. */
function formNames(field: string): string[] {
  const [first = '', ...rest] = field.split('.');
  return rest.length === 0 ? [field] : [field, `${first}${rest.map((key) => `[${key}]`).join('')}`];
}

/** With the session id of an outbound message Salesforce's API can be used in the name of its user. */
const SESSION = 'SessionId';
const SESSION_ELEMENT = /(<(?:[\w-]{1,40}:)?SessionId(?:\s[^<>]*)?>)[^<]+/g;

function withoutSession(text: string): string {
  return text.replace(SESSION_ELEMENT, '$1');
}

/** A secret that is the whole of a part of multipart or of an XML element. */
function withoutValue(text: string, secret: string): string {
  const bytes = Buffer.from(secret).toString('latin1');
  let result = '';
  let kept = 0;
  for (let at = text.indexOf(bytes); at !== -1; at = text.indexOf(bytes, at + bytes.length)) {
    const end = at + bytes.length;
    if (at < kept || !/[\n>]/.test(text.charAt(at - 1)) || !/[\r\n<]/.test(text.charAt(end))) continue;
    result += text.slice(kept, at);
    kept = end;
  }
  return result + text.slice(kept);
}
