import { FETCH_ORDERS_END, type FetchJob } from '@taskhook/contracts';
import { abandonReason } from '../processor/abandon-step.ts';
import { endRun } from '../processor/end-run.ts';
import type { FetcherDeps } from './deps.ts';

/** Ends the run of a job that was given up, unless its lead was logged: then the lead stands. */
export async function abandonFetch(
  deps: Pick<FetcherDeps, 'runLog' | 'events'>,
  job: FetchJob,
  cause: Error,
): Promise<void> {
  await endRun(deps, job, { status: 'failed', order: FETCH_ORDERS_END, reason: abandonReason(cause) });
}
