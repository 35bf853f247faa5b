import { TaskhookError, type FieldError } from '@taskhook/errors';
import type { LeadResult } from '@taskhook/leads';

/**
 * What is wrong with the leads of a request that could be read, but for those that are ignored anyway;
 * undefined where nothing is.
 */
export function invalidLeads(
  results: readonly LeadResult[],
  isIgnored: (result: LeadResult) => boolean,
): TaskhookError | undefined {
  const errors: FieldError[] = [];
  let failed = 0;
  for (const [index, result] of results.entries()) {
    if (result.ok || isIgnored(result)) continue;
    failed += 1;
    const several = results.length > 1;
    errors.push(...(several ? result.errors.map((error) => withIndex(index, error)) : result.errors));
  }
  if (failed === 0) return undefined;
  return new TaskhookError('invalid_lead', detailOf(failed, results.length, errors), { errors });
}

/** In a list of leads a field is named with the place of its lead, from 0: `1.phone`. */
function withIndex(index: number, error: FieldError): FieldError {
  return { ...error, field: error.field === '' ? String(index) : `${index}.${error.field}` };
}

function detailOf(failed: number, count: number, errors: readonly FieldError[]): string {
  if (count > 1) return `${failed} of ${count} leads are not valid; errors names their fields.`;
  const told = errors.map(({ field, message }) => (field === '' ? message : `${field} ${message}.`));
  return `The lead is not valid: ${told.join(' ')}`;
}
