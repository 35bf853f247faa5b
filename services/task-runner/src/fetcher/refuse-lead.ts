import { fetchOrder, type FetchJob, type RequestQuarantined } from '@taskhook/contracts';
import type { TaskhookError } from '@taskhook/errors';
import { progress } from '../processor/step-work.ts';
import type { FetcherDeps, FetchJobVerdict } from './deps.ts';
import { leadProviders } from './providers/index.ts';
import { providerRequest } from './provider-request.ts';

/** Ends the run of a lead that is not valid, and keeps what the provider gave, whole, to be mended. */
export async function refuseLead(
  deps: FetcherDeps,
  job: FetchJob,
  body: Buffer,
  problem: TaskhookError,
): Promise<FetchJobVerdict> {
  const quarantined = quarantinedEvent(job, body, problem);
  const { title } = leadProviders[job.provider];
  const message = `${problem.message} What ${title} gave is in quarantine as ${quarantined.quarantine_id}.`;
  const reason = { code: problem.code, message };
  const order = fetchOrder(job.attempts, 'finished');
  await deps.runLog.append(quarantined, progress(job, { order, status: 'failed', reason }));
  deps.events.runEnded(job, 'failed', problem.code);
  return { done: true };
}

/** The id follows from the run's: to quarantine the lead twice is to do it once. */
function quarantinedEvent(job: FetchJob, body: Buffer, problem: TaskhookError): RequestQuarantined {
  const { method, query, headers } = providerRequest(body);
  return {
    type: 'quarantined',
    quarantine_id: job.run_id.replace(/^run_/, 'quar_'),
    task_id: job.task_id,
    revision: job.revision,
    received_at: job.received_at,
    code: problem.code,
    detail: problem.message,
    errors: problem.errors ?? [],
    source: job.provider,
    request: { method, query, headers, body: body.toString('base64') },
  };
}
