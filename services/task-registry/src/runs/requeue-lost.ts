import { setTimeout as sleep } from 'node:timers/promises';
import { lowestRunId, MINUTE, SECOND } from '@taskhook/contracts';
import { sparingly, startLoop, type Loop } from '@taskhook/lifecycle';
import type { RunLogReader } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import { RELEASED_ORDER } from '../recorder/orders.ts';
import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';
import { findDefinition } from '../tasks/get-revision.ts';
import { queueAgain } from './queue-again.ts';

export interface LostRunsOptions {
  registry: Registry;
  reader: RunLogReader;
  logger: Logger;
  /** Milliseconds after which a run that has not begun is looked for in its queue. */
  ageMs: number;
}

/** Most runs that one turn looks at. */
const PAGE = 100;
const CATCH_UP_MS = 5 * SECOND;
const CLAIM_MS = MINUTE;

/** Looks once a minute for queued runs whose job does not exist, and queues them again. */
export function startLostRuns(options: LostRunsOptions): Loop {
  let after = '';
  // Without an index, as in FerretDB, SQLite reads through all runs.
  const findPage = sparingly(0, (ids: IdRange) => notBegun(options.registry, ids));
  return startLoop({
    name: 'lost runs',
    logger: options.logger,
    pauseMs: Math.min(MINUTE, options.ageMs),
    turn: async (signal) => {
      const runs = await findPage(oldEnough(options.ageMs, after)).catch(rethrowStoreFault);
      if (runs === undefined) return;
      await requeueLost(options, runs, signal).catch(rethrowStoreFault);
      after = runs.length < PAGE ? '' : (runs.at(-1)?._id ?? '');
    },
  });
}

function oldEnough(ageMs: number, after: string): IdRange {
  return { $gt: after, $lt: lowestRunId(Date.now() - ageMs) };
}

/**
 * Queues again what is lost of a page of runs that have not begun. A run is lost when it has no job, and
 * once the whole run log of that moment is recorded still has not begun: a job that is done was logged
 * before it went.
 */
async function requeueLost(
  { registry, reader }: LostRunsOptions,
  runs: readonly RunDoc[],
  signal: AbortSignal,
): Promise<void> {
  const suspects: RunDoc[] = [];
  for (const run of runs) if (!(await hasJob(registry, run))) suspects.push(run);
  if (suspects.length > 0 && (await caughtUp(reader, signal))) await requeue(registry, suspects);
}

type IdRange = { $gt: string; $lt: string };
type IdFilter = IdRange | { $in: string[] };

/** A run that waits and has not begun waits for its lead to be fetched. */
function notBegun({ store }: Registry, ids: IdFilter): Promise<RunDoc[]> {
  return store.runs
    .find({ status: { $in: ['queued', 'waiting'] }, order: { $lte: RELEASED_ORDER }, _id: ids })
    .sort({ _id: 1 })
    .limit(PAGE)
    .lean();
}

/** Whether what comes next of the run waits or is being worked on, or nothing can come. */
async function hasJob({ store, queues, fetchQueue }: Registry, run: RunDoc): Promise<boolean> {
  if (run.lead === undefined) return run.fetch === undefined || fetchQueue.has(run._id);
  const definition = await findDefinition(store, run.task_id, run.task_revision);
  const step = definition?.steps[0];
  return step === undefined || queues.has(step.channel, run._id, 0);
}

/** Waits for a moment at which everything that was logged is recorded; false where there is none soon. */
async function caughtUp(reader: RunLogReader, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + CATCH_UP_MS;
  while (!signal.aborted && Date.now() < deadline) {
    const { unread, pending } = await reader.lag();
    if (unread + pending === 0) return true;
    await sleep(20);
  }
  return false;
}

async function requeue(registry: Registry, suspects: readonly RunDoc[]): Promise<void> {
  const { keys, events } = registry;
  const now = await notBegun(registry, { $in: suspects.map(({ _id }) => _id) });
  for (const suspect of suspects) {
    const run = now.find(({ _id }) => _id === suspect._id);
    // One whose lead has come since had a job until then, and has another now.
    if (run === undefined || (run.lead === undefined) !== (suspect.lead === undefined)) continue;
    const { _id: runId, task_id: taskId } = run;
    // Of several registries one queues it.
    const claim = { key: keys.claim(taskId, 'key', `requeue:${runId}`), ttlMs: CLAIM_MS };
    if (await queueAgain(registry, run, claim)) events.runRequeued({ run_id: runId, task_id: taskId });
  }
}
