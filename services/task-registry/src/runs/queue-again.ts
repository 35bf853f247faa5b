import { firstStep } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';
import { findDefinition } from '../tasks/get-revision.ts';
import { fetchTargetOf } from './fetch-target.ts';
import { toLead } from './run-view.ts';

/** Queues what comes next of a run that has not begun: its first step, or the fetch of its lead. */
export async function queueAgain({ store, queues, fetchQueue }: Registry, run: RunDoc): Promise<void> {
  const { _id: run_id, task_id, task_revision: revision, lead, source, test } = run;
  const job = { run_id, task_id, revision, source, test, received_at: run.received_at.getTime() };
  if (lead === undefined) {
    const target = fetchTargetOf(run);
    const repeats = typeof run.replay_of === 'string' ? { replay_of: run.replay_of } : {};
    if (target !== undefined) await fetchQueue.add([{ ...job, ...target, ...repeats, attempts: 0 }]);
    return;
  }
  const definition = await findDefinition(store, task_id, revision);
  if (definition === null) return;
  await queues.add([firstStep({ ...job, lead: toLead(lead), startsAt: Date.now() }, definition)]);
}
