import { announceRecorded, firstStep } from '@taskhook/queue';
import { MINUTE, SECOND } from '@taskhook/contracts';
import { sparingly, startLoop, type Loop } from '@taskhook/lifecycle';
import type { Logger } from '@taskhook/telemetry';
import { RELEASED_ORDER } from '../recorder/orders.ts';
import { countTransitions } from '../figures/count-transitions.ts';
import type { Registry } from '../registry.ts';
import { definitionOf } from '../store/json-text.ts';
import type { RunDoc } from '../store/run-model.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { endCancelled } from './cancel-run.ts';
import { toLead } from './run-view.ts';

const PAGE = 200;

export interface HeldRuns extends Pick<Loop, 'close'> {
  /** Looks soon at the held runs of a task. */
  lookAt(taskId: string): void;
}

/**
 * Held runs start when their task is active, with its current revision, and end when it is deleted.
 * All tasks are looked at once a minute: whatever was missed by a crash is found then.
 */
export function startHeldRuns(registry: Registry, logger: Logger): HeldRuns {
  const wanted = new Set<string>();
  // Without an index, as in FerretDB, it reads through all runs.
  const findTasks = sparingly(MINUTE, () => registry.store.runs.distinct('task_id', { status: 'held' }));
  const turn = async (signal: AbortSignal): Promise<void> => {
    for (const taskId of (await findTasks()) ?? []) wanted.add(taskId);
    for (const taskId of wanted) {
      wanted.delete(taskId);
      await settleHeldRuns(registry, taskId, signal).catch((error: unknown) => {
        wanted.add(taskId);
        throw error;
      });
    }
  };
  const loop = startLoop({
    name: 'held runs',
    logger,
    pauseMs: 5 * SECOND,
    turn: (signal) => turn(signal).catch(rethrowStoreFault),
  });
  return {
    lookAt: (taskId) => {
      wanted.add(taskId);
      loop.wake();
    },
    close: () => loop.close(),
  };
}

/** Starts, ends or leaves the held runs of a task, as the task is now. */
export async function settleHeldRuns(
  registry: Registry,
  taskId: string,
  signal?: AbortSignal,
): Promise<void> {
  const { store } = registry;
  let after = '';
  for (;;) {
    signal?.throwIfAborted();
    const task = await store.tasks.findById(taskId).lean();
    if (task?.status === 'paused') return;
    const runs = await store.runs
      .find({ task_id: taskId, status: 'held', _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    for (const run of runs) await settle(registry, task, run);
    const last = runs.at(-1);
    if (last === undefined || runs.length < PAGE) return;
    after = last._id;
  }
}

async function settle(registry: Registry, task: TaskDoc | null, run: RunDoc): Promise<void> {
  if (task === null || task.status === 'deleted') {
    const reason = { code: 'task_deleted', message: 'The task was deleted while the run was held.' };
    return endCancelled(registry, run, reason);
  }
  await release(registry, task, run);
}

/**
 * Whoever turns the run from held to queued in MongoDB queues it, and nobody else. A crash between
 * the two leaves a queued run without a job, which the search for lost runs finds.
 */
async function release(registry: Registry, task: TaskDoc, run: RunDoc): Promise<void> {
  const { store, queues, events, redis, keys } = registry;
  const { _id, lead } = run;
  if (lead === undefined) return;
  const won = await store.writeRun(() =>
    store.runs.updateOne(
      { _id, status: 'held', order: { $lt: RELEASED_ORDER } },
      {
        $set: { status: 'queued', order: RELEASED_ORDER, task_revision: task.revision },
        $inc: { version: 1 },
      },
    ),
  );
  if (won.matchedCount === 0) return;
  const before = { status: run.status, test: run.test };
  const after = { status: 'queued', test: run.test } as const;
  await countTransitions(store, [{ runId: _id, taskId: run.task_id, before, after }]);
  const { source, test, received_at } = run;
  const job = { run_id: _id, task_id: task._id, revision: task.revision, lead: toLead(lead), source, test };
  const definition = definitionOf(task);
  await queues.add([
    firstStep({ ...job, received_at: received_at.getTime(), startsAt: Date.now() }, definition),
  ]);
  void announceRecorded(redis, keys, { runs: [{ id: _id, task_id: task._id }], samples: [] }).catch(
    () => undefined,
  );
  events.runReleased({ run_id: _id, task_id: task._id });
}
