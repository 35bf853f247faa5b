import { limits } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { isJsonObject, type JsonValue } from '../json-value.ts';
import type { Candidate, SourceAdapter } from './adapter.ts';

const NO_LEAD = "The body must be a JSON object with the lead's fields, or a list of such objects.";

/** Takes anything: an object is one lead, a list one lead for each item. Its fields are detected. */
export const generic: SourceAdapter = {
  name: 'generic',
  title: 'Any sender',
  docs: 'https://www.rfc-editor.org/rfc/rfc8259',
  recognise: () => null,
  read: ({ body }) => ({ type: 'leads', candidates: candidates(body) }),
};

function candidates(body: JsonValue): Candidate[] {
  if (!Array.isArray(body)) return [candidate(body)];
  if (body.length > limits.leadsPerRequest) throw tooMany(body.length);
  return body.length === 0 ? [noLead()] : body.map(candidate);
}

function candidate(value: JsonValue): Candidate {
  return isJsonObject(value) ? { fields: value } : noLead();
}

function noLead(): Candidate {
  return { fields: {}, problem: NO_LEAD };
}

function tooMany(count: number): TaskhookError {
  return new TaskhookError(
    'malformed_body',
    `The body holds ${count} leads; one request may hold ${limits.leadsPerRequest}.`,
  );
}
