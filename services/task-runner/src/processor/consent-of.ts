import type { Consent } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { consentAnswer, detectConsent } from '@taskhook/leads';
import { stepScope } from '@taskhook/templating';
import type { StepWork } from './step-work.ts';

/**
 * What the lead of a run says of consent: where its task tells, else by the names of its fields. Null
 * where nothing does. An expression that fails says nothing.
 */
export function consentOf(work: StepWork): Consent | null {
  const mapped = mappedConsent(work);
  const detected = detectConsent(work.job.lead.extra_fields);
  if (mapped === null) return detected;
  const base = detected ?? { given: null, text: null, at: null, url: null, ip: null };
  const { given, ...texts } = mapped;
  const told = Object.entries(texts).filter(([, value]) => value !== undefined && value !== null);
  return {
    ...base,
    ...Object.fromEntries(told.map(([name, value]) => [name, String(value)])),
    given: 'given' in mapped ? consentAnswer(given) : base.given,
  };
}

function mappedConsent({ job, definition, compiled }: StepWork): Record<string, unknown> | null {
  if (compiled.consent === undefined) return null;
  const scope = stepScope({
    lead: job.lead,
    task: { id: job.task_id, name: definition.name },
    run: { id: job.run_id, received_at: job.received_at, source: job.source, test: job.test },
    steps: {},
  });
  try {
    return compiled.consent(scope);
  } catch (error) {
    if (error instanceof TaskhookError) return { given: null };
    throw error;
  }
}
