import { leadFields, type Lead, type LeadRules, type TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { compileIntake, type IntakeRequest } from '@taskhook/leads';
import { spokenFields, type TemplateEngine } from '@taskhook/templating';

/**
 * Who a task is tried with where nobody is named. Of the further fields that its messages speak of nobody
 * knows what they will hold: each shows its own name, so that the author sees where it will stand.
 */
export function madeUpLead(engine: TemplateEngine, definition: TaskDefinition): Lead {
  const fields = spokenFields(engine, definition).map((name) => [name, `[${name}]`] as const);
  return {
    full_name: 'Mario Rossi',
    phone: '+393331234567',
    email: 'mario.rossi@example.com',
    extra_fields: Object.fromEntries(fields),
  };
}

export type GivenLead = { [K in keyof Lead]?: Lead[K] | undefined };

/** A given lead in the form that real ones have. Throws `invalid_lead`. */
export function readGivenLead(given: GivenLead, defaultCountry: string): Lead {
  // A field that is given has to be right: required, it is refused, where a real lead would go without it.
  const required = leadFields.filter((name) => (given[name] ?? '') !== '');
  const rules: LeadRules = { default_country: defaultCountry, required };
  const outcome = compileIntake(rules, 'generic')(jsonRequest(given));
  const result = outcome.type === 'leads' ? outcome.leads[0] : undefined;
  if (result?.ok === true) return result.lead;
  const errors = result?.errors ?? [];
  throw new TaskhookError('invalid_lead', 'The lead is not valid.', { errors });
}

/** A value as a sender would post it; header names may be in any case. */
export function jsonRequest(body: unknown, headers: Record<string, string> = {}): IntakeRequest {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...lowerNames(headers) },
    query: '',
    body: Buffer.from(JSON.stringify(body)),
  };
}

export function lowerNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
