import { fetchOrder, type FetchJob, type Reason } from '@taskhook/contracts';
import { endRun } from '../processor/end-run.ts';
import { progress } from '../processor/step-work.ts';
import type { FetcherDeps, FetchJobVerdict } from './deps.ts';
import { leadProviders } from './providers/index.ts';
import type { FetchVerdict } from './providers/provider.ts';
import { reasonOf } from './reason-of.ts';
import { MAX_TRIES, retryDelayMs } from './retry-delay.ts';

/** What follows from a try that gave no lead: another try, or the end of the run. */
export async function settleFailure(
  deps: FetcherDeps,
  job: FetchJob,
  connectionId: string,
  verdict: FetchVerdict,
): Promise<FetchJobVerdict> {
  const reason = reasonOf(leadProviders[job.provider], connectionId, verdict);
  deps.events.fetchMade(job, verdict.outcome, reason.code);
  if (verdict.outcome !== 'retry' && verdict.outcome !== 'throttled') return fail(deps, job, reason);
  const tries = job.attempts + 1;
  if (tries >= MAX_TRIES) return fail(deps, job, exhausted(tries, reason));
  return tryAgain(deps, job, reason, verdict.retryAfterMs);
}

/** The button that tests a webhook in Meta's App Dashboard sends the id of a lead that does not exist. */
function fail(deps: FetcherDeps, job: FetchJob, reason: Reason): Promise<FetchJobVerdict> {
  const order = fetchOrder(job.attempts, 'finished');
  if (!job.test || reason.code !== 'lead_not_found') {
    return endRun(deps, job, { status: 'failed', order, reason });
  }
  const message = `A test whose lead does not exist: the webhook and the connection work.`;
  return endRun(deps, job, { status: 'skipped', order, reason: { code: reason.code, message } });
}

function exhausted(tries: number, { message }: Reason): Reason {
  return {
    code: 'attempts_exhausted',
    message: `The lead could not be fetched in ${tries} tries. Last: ${message}`,
  };
}

async function tryAgain(
  deps: FetcherDeps,
  job: FetchJob,
  reason: Reason,
  retryAfterMs: number | undefined,
): Promise<FetchJobVerdict> {
  const order = fetchOrder(job.attempts, 'waiting');
  await deps.runLog.append(progress(job, { order, status: 'waiting', reason }));
  const attempts = job.attempts + 1;
  const dueAt = Date.now() + retryDelayMs(deps.retryDelayMs, attempts, deps.random(), retryAfterMs);
  return { done: false, dueAt, job: { ...job, attempts } };
}
