import { leadFields, type Lead, type LeadRules } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { compileIntake, type IntakeRequest } from '@taskhook/leads';

/** Who a task is tried with where nobody is named. */
export const sampleLead: Lead = {
  full_name: 'Mario Rossi',
  phone: '+393331234567',
  email: 'mario.rossi@example.com',
  extra_fields: {},
};

export type GivenLead = { [K in keyof Lead]?: Lead[K] | undefined };

/** A given lead in the form that real ones have. Throws `invalid_lead`. */
export function readGivenLead(given: GivenLead, defaultCountry: string): Lead {
  // A field that is given has to be right: required, it is refused, where a real lead would go without it.
  const required = leadFields.filter((name) => (given[name] ?? '') !== '');
  const rules: LeadRules = { default_country: defaultCountry, required };
  const [result] = compileIntake(rules, 'generic')(jsonRequest(given));
  if (result?.ok === true) return result.lead;
  const errors = result?.errors ?? [];
  throw new TaskhookError('invalid_lead', 'The lead is not valid.', { errors });
}

/** A value as a sender would post it; header names may be in any case. */
export function jsonRequest(body: unknown, headers: Record<string, string> = {}): IntakeRequest {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...Object.fromEntries(given) },
    query: '',
    body: Buffer.from(JSON.stringify(body)),
  };
}
