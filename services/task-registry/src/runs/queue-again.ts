import { admit, firstStep, type Admission, type Claim } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';
import { findDefinition } from '../tasks/get-revision.ts';
import { fetchTargetOf } from './fetch-target.ts';
import { toLead } from './run-view.ts';

/**
 * Queues what comes next of a run that has not begun: its first step, or the fetch of its lead. False
 * where nothing can come, or somebody has queued it under the same claim.
 */
export async function queueAgain(registry: Registry, run: RunDoc, claim: Claim): Promise<boolean> {
  const job = await nextJob(registry, run);
  if (job === undefined) return false;
  const { redis, keys } = registry;
  const [admitted] = await admit(redis, keys, [{ runId: run._id, claims: [claim], ...job }]);
  return admitted?.status === 'admitted';
}

async function nextJob(
  { store }: Registry,
  run: RunDoc,
): Promise<Pick<Admission, 'step' | 'fetch'> | undefined> {
  const { _id: run_id, task_id, task_revision: revision, lead, source, test } = run;
  const job = { run_id, task_id, revision, source, test, received_at: run.received_at.getTime() };
  if (lead === undefined) {
    const target = fetchTargetOf(run);
    const repeats = typeof run.replay_of === 'string' ? { replay_of: run.replay_of } : {};
    return target && { fetch: { ...job, ...target, ...repeats, attempts: 0 } };
  }
  const definition = await findDefinition(store, task_id, revision);
  if (definition === null) return undefined;
  return { step: firstStep({ ...job, lead: toLead(lead), startsAt: Date.now() }, definition) };
}
