import type { FetchJob } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { compileIntake, type IntakeOutcome } from '@taskhook/leads';
import type { CompiledRevision } from '../processor/compiled-tasks.ts';
import { acceptLead, type FetchedLead } from './accept-lead.ts';
import type { FetcherDeps, FetchJobVerdict } from './deps.ts';
import { providerRequest } from './provider-request.ts';
import { refuseLead } from './refuse-lead.ts';

/** Makes a lead of what the provider gave, by the rules of the task. */
export function settleLead(
  deps: FetcherDeps,
  job: FetchJob,
  revision: CompiledRevision,
  body: Buffer,
): Promise<FetchJobVerdict> {
  const read = readLead(job, revision, body);
  if (read instanceof TaskhookError) return refuseLead(deps, job, body, read);
  return acceptLead(deps, job, revision.definition, read);
}

function readLead(
  { provider }: FetchJob,
  { definition, compiled }: CompiledRevision,
  body: Buffer,
): FetchedLead | TaskhookError {
  try {
    const intake = compileIntake(definition.lead, provider, compiled.mapping);
    return leadOf(intake(providerRequest(body)));
  } catch (error) {
    if (error instanceof TaskhookError && !error.retry) return error;
    throw error;
  }
}

/** A provider's answer holds the one lead that was asked for. */
function leadOf(outcome: IntakeOutcome): FetchedLead | TaskhookError {
  const [result] = outcome.type === 'leads' ? outcome.leads : [];
  if (result === undefined) return new TaskhookError('invalid_lead', 'The answer holds no lead.');
  if (result.ok) return result;
  const told = result.errors.map(({ field, message }) => (field === '' ? message : `${field} ${message}.`));
  return new TaskhookError('invalid_lead', `The lead is not valid: ${told.join(' ')}`, {
    errors: result.errors,
  });
}
