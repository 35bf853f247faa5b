import type { Auth } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { decodeRequest, fieldsOf } from '../decode/request.ts';
import { isJsonObject, type JsonValue } from '../json-value.ts';
import { ACCEPTED, headerOf, refused, type Authenticate, type AuthRequest } from './auth-request.ts';
import { secretMatch } from './secret-match.ts';

/** A field of the body with a secret as its value, by its own name or by its path (`meta.token`). */
export function bodyAuthenticator({ field, secrets }: Extract<Auth, { type: 'body' }>): Authenticate {
  const matches = secretMatch(secrets);
  return (request) => {
    const body = readBody(request);
    if (body === undefined) return refused(`The body cannot be read, and so neither its field ${field}.`);
    const given = textsOf(valueAt(body, field));
    if (given.length === 0) return refused(`The body has no field ${field}.`);
    if (matches(given)) return ACCEPTED;
    return refused(`The field ${field} of the body has another value than the secret of this task.`);
  };
}

function readBody(request: AuthRequest): JsonValue | undefined {
  const headers = { 'content-type': headerOf(request, 'content-type') };
  try {
    return fieldsOf(decodeRequest({ ...request, headers }));
  } catch (error) {
    if (error instanceof TaskhookError) return undefined;
    throw error;
  }
}

/** Of a list of leads the first one speaks for the request. */
function valueAt(body: JsonValue, field: string): JsonValue | undefined {
  const root = Array.isArray(body) ? body[0] : body;
  const own = memberOf(root, field);
  if (own !== undefined || !field.includes('.')) return own;
  let value = root;
  for (const key of field.split('.')) value = memberOf(value, key);
  return value;
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return value !== undefined && isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A form field that comes more than once is a list. */
function textsOf(value: JsonValue | undefined): string[] {
  const values = Array.isArray(value) ? value.slice(0, 10) : [value];
  return values.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
}
