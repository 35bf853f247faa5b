import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { isJsonObject, type JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest } from './adapter.ts';

const NO_LEAD = "The body must be a JSON object with the lead's fields, or a list of such objects.";

/** An object is one lead, a list one lead for each item; anything else gives none. */
export function generic({ body }: DecodedRequest): Candidate[] {
  if (!Array.isArray(body)) return [candidate(body)];
  if (body.length > limits.leadsPerRequest) throw tooMany(body.length);
  return body.length === 0 ? [noLead()] : body.map(candidate);
}

function candidate(value: JsonValue): Candidate {
  return isJsonObject(value) ? { ok: true, fields: value } : noLead();
}

function noLead(): Candidate {
  return { ok: false, errors: [{ field: '', message: NO_LEAD }] };
}

function tooMany(count: number): TaskhookError {
  return new TaskhookError(
    'malformed_body',
    `The body holds ${count} leads; one request may hold ${limits.leadsPerRequest}.`,
  );
}
