import type { Lead, LeadRules } from '@taskhook/contracts';

const PREFIX = 'extra_fields.';

/**
 * The lead as the steps see it: with the task's defaults where it has nothing, null or a blank text. The
 * lead itself stays as it came.
 */
export function withLeadDefaults(lead: Lead, { defaults }: Pick<LeadRules, 'defaults'>): Lead {
  if (defaults === undefined) return lead;
  const missing = Object.entries(defaults).flatMap(([field, text]) =>
    field.startsWith(PREFIX) && isMissing(lead.extra_fields[field.slice(PREFIX.length)])
      ? [[field.slice(PREFIX.length), text] as const]
      : [],
  );
  const full_name = isMissing(lead.full_name) ? (defaults['full_name'] ?? lead.full_name) : lead.full_name;
  return { ...lead, full_name, extra_fields: { ...lead.extra_fields, ...Object.fromEntries(missing) } };
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
