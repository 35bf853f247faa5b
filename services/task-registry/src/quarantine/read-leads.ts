import type { Lead, QuarantineEntry, TaskDefinition } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import { compileIntake, type LeadResult } from '@taskhook/leads';
import { compileTask, type TemplateEngine } from '@taskhook/templating';

/** A body in place of the one that came: bytes in base64, or any JSON. Neither: the body as it came. */
export interface MendedBody {
  body?: string;
  json?: unknown;
}

/**
 * The leads of a quarantined request under a definition, all of them valid. Of a request as it came
 * only the leads that failed are read: the others have runs. Throws `invalid_lead`, or what the
 * body as a whole is refused with.
 */
export function readLeads(
  engine: TemplateEngine,
  definition: TaskDefinition,
  entry: QuarantineEntry,
  mended: MendedBody,
): Lead[] {
  const { mapping } = compileTask(engine, definition);
  const { method, headers, query } = entry.request;
  const body = bodyOf(entry, mended);
  const isMended = mended.body !== undefined || mended.json !== undefined;
  const sent = isMended ? { ...headers, 'content-type': undefined } : headers;
  const results = compileIntake(
    definition.lead,
    definition.source,
    mapping,
  )({ method, headers: sent, query, body });
  return validLeads(isMended ? results : onlyFailed(results, entry.errors));
}

function bodyOf({ request }: QuarantineEntry, { body, json }: MendedBody): Uint8Array {
  if (json !== undefined) return Buffer.from(JSON.stringify(json));
  return Buffer.from(body ?? request.body, 'base64');
}

/** In a request of several leads, the errors' fields begin with the number of their lead. */
function onlyFailed(results: LeadResult[], errors: readonly FieldError[]): LeadResult[] {
  const numbers = new Set(errors.map(({ field }) => /^\d+(?=\.|$)/.exec(field)?.[0]));
  if (results.length === 1 || numbers.size === 0 || numbers.has(undefined)) return results;
  return results.filter((_result, i) => numbers.has(String(i)));
}

function validLeads(results: readonly LeadResult[]): Lead[] {
  const errors = results.flatMap((result, i) =>
    result.ok ? [] : result.errors.map((error) => (results.length === 1 ? error : prefixed(error, i))),
  );
  if (results.length === 0) errors.push({ field: '', message: 'holds no lead' });
  if (errors.length > 0)
    throw new TaskhookError('invalid_lead', 'The request still gives no valid lead.', { errors });
  return results.flatMap((result) => (result.ok ? [result.lead] : []));
}

function prefixed(error: FieldError, index: number): FieldError {
  return { ...error, field: error.field === '' ? String(index) : `${index}.${error.field}` };
}
