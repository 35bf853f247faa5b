import { setTimeout as sleep } from 'node:timers/promises';
import type { RunDoc } from '../store/run-model.ts';
import { removeJobsOf } from './erase-run.ts';
import { eraseFoundRuns } from './erase-runs.ts';
import type { ErasureWork } from './erasure-work.ts';
import { findDefinition } from '../tasks/get-revision.ts';

const POLL_MS = 200;

/** Waits until everything that was logged by now is in MongoDB, and takes it out of the log. */
export async function untilRecorded({ reader, save }: ErasureWork): Promise<void> {
  const end = await reader.end();
  while (!(await reader.hasCommitted(end))) {
    await save();
    await sleep(POLL_MS);
  }
  await reader.trim();
}

/**
 * Waits for the steps that were being worked on when their runs were erased. Their jobs go as soon as
 * their workers leave them; what they have logged is recorded, without the person, and trimmed. Then the
 * runs are looked for once more: one may have come while the first were erased.
 */
export async function settleLate(work: ErasureWork): Promise<void> {
  await untilFree(work);
  await untilRecorded(work);
  const known = work.doc.run_ids.length;
  await eraseFoundRuns(work);
  if (work.doc.run_ids.length > known) await settleLate(work);
}

async function untilFree(work: ErasureWork): Promise<void> {
  const { registry, doc, counts } = work;
  let open = await registry.store.findRuns(doc.run_ids);
  for (;;) {
    const still: RunDoc[] = [];
    for (const run of open) {
      counts.jobs_removed += await removeJobsOf(registry, run);
      if (await hasJob(work, run)) still.push(run);
    }
    if (still.length === 0) return;
    open = still;
    await work.save();
    await sleep(POLL_MS);
  }
}

async function hasJob({ registry }: ErasureWork, run: RunDoc): Promise<boolean> {
  const { store, queues, fetchQueue } = registry;
  const definition = await findDefinition(store, run.task_id, run.task_revision);
  for (const [index, { channel }] of (definition?.steps ?? []).entries())
    if (await queues.has(channel, run._id, index)) return true;
  return fetchQueue.has(run._id);
}
