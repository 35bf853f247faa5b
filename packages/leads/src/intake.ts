import type { LeadRules, Source } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { decodeRequest, type IntakeRequest } from './decode/request.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { leadNormaliser } from './normalise/lead.ts';
import type { LeadResult, MappedLead } from './result.ts';
import { sourceAdapters } from './sources/index.ts';

/**
 * One result for each lead of the request, in its order. Throws `malformed_body` or
 * `unsupported_media_type` where the request as a whole cannot be read.
 */
export type Intake = (request: IntakeRequest) => LeadResult[];

/** What the task's mapping makes of one lead's fields; throws `template_failed` or `template_limit`. */
export type LeadMapping = (body: JsonValue) => MappedLead;

/** The way from a request to leads for one revision of a task. Compile once, call for each request. */
export function compileIntake(rules: LeadRules, source: Source, mapping?: LeadMapping): Intake {
  const adapter = sourceAdapters[source];
  const toLead = leadNormaliser(rules);
  const readLead = (fields: JsonObject): LeadResult => {
    const mapped = mapping === undefined ? {} : tryMapping(mapping, fields);
    return mapped instanceof TaskhookError ? failed(mapped) : toLead(fields, mapped);
  };
  return (request) => {
    const body = decodeRequest(request);
    const candidates = adapter({ headers: request.headers, query: request.query, body });
    return candidates.map((candidate) => (candidate.ok ? readLead(candidate.fields) : candidate));
  };
}

function tryMapping(mapping: LeadMapping, fields: JsonObject): MappedLead | TaskhookError {
  try {
    return mapping(fields);
  } catch (error) {
    if (error instanceof TaskhookError) return error;
    throw error;
  }
}

function failed(error: TaskhookError): LeadResult {
  return { ok: false, errors: [{ field: 'lead.mapping', message: error.message }] };
}
