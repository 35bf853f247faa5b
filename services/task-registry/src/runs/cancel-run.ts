import { FINAL_ORDER, isFinal, type Reason, type Run, type RunProgress } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { appendRunLog, markCancelled, redisUnavailable } from '@taskhook/queue';
import { recordEvents } from '../recorder/record-events.ts';
import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';
import { findDefinition } from '../tasks/get-revision.ts';
import { findRun } from './find-run.ts';
import { toRun } from './run-view.ts';

/**
 * Ends a run whatever its steps do, without needing a worker. A call that is on its way cannot be
 * taken back: its outcome is recorded, and nothing follows it. Throws `not_found`, or `conflict`
 * where the run has ended.
 */
export async function cancelRun(registry: Registry, id: string): Promise<Run> {
  const run = await findRun(registry.store, id);
  if (isFinal(run.status)) throw new TaskhookError('conflict', `The run has ended: it is ${run.status}.`);
  await endCancelled(registry, run, null);
  return toRun(await findRun(registry.store, id));
}

/** The mark first: from then on no step begins, so that none is missed by the removal. */
export async function endCancelled(registry: Registry, run: RunDoc, reason: Reason | null): Promise<void> {
  const { redis, keys, store, events } = registry;
  const event = cancelledEvent(run, reason);
  const definition = await findDefinition(store, run.task_id, run.task_revision);
  const steps = definition?.steps ?? [];
  try {
    await markCancelled(redis, keys, run._id);
    await Promise.all(steps.map(({ channel }, index) => registry.queues.remove(channel, run._id, index)));
    await appendRunLog(redis, keys.runLog, [event]);
  } catch (error) {
    throw redisUnavailable(error);
  }
  await recordEvents(store, [event]);
  events.runCancelled({ run_id: run._id, task_id: run.task_id });
}

function cancelledEvent(run: RunDoc, reason: Reason | null): RunProgress {
  return {
    type: 'progress',
    run_id: run._id,
    task_id: run.task_id,
    revision: run.task_revision,
    at: Date.now(),
    order: FINAL_ORDER,
    status: 'cancelled',
    reason,
  };
}
