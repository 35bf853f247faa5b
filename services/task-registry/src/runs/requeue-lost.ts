import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND, type TaskDefinition } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import { claimKeys, type RunLogReader } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import { RELEASED_ORDER } from '../recorder/orders.ts';
import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';
import { findDefinition } from '../tasks/get-revision.ts';
import { firstStep } from './first-step.ts';
import { lowestRunId } from './id-range.ts';
import { toLead } from './run-view.ts';

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
  return startLoop({
    name: 'lost runs',
    logger: options.logger,
    pauseMs: Math.min(MINUTE, options.ageMs),
    turn: async (signal) => {
      after = await requeueLost(options, after, signal).catch(rethrowStoreFault);
    },
  });
}

/**
 * Looks at a page of runs that have not begun, and gives where the next page starts. A run is lost
 * when it has no job, and once the whole run log of that moment is recorded still has not begun: a
 * job that is done was logged before it went.
 */
async function requeueLost(options: LostRunsOptions, after: string, signal: AbortSignal): Promise<string> {
  const { registry, reader, ageMs } = options;
  const oldest = lowestRunId(Date.now() - ageMs);
  const runs = await notBegun(registry, { $gt: after, $lt: oldest });
  const suspects: Suspect[] = [];
  for (const run of runs) {
    const definition = await findDefinition(registry.store, run.task_id, run.task_revision);
    if (definition !== null && !(await hasJob(registry, run, definition))) suspects.push({ run, definition });
  }
  if (suspects.length > 0 && (await caughtUp(reader, signal))) await requeue(registry, suspects);
  return runs.length < PAGE ? '' : (runs.at(-1)?._id ?? '');
}

interface Suspect {
  run: RunDoc;
  definition: TaskDefinition;
}

type IdFilter = { $gt: string; $lt: string } | { $in: string[] };

function notBegun({ store }: Registry, ids: IdFilter): Promise<RunDoc[]> {
  return store.runs
    .find({ status: 'queued', order: { $lte: RELEASED_ORDER }, lead: { $exists: true }, _id: ids })
    .sort({ _id: 1 })
    .limit(PAGE)
    .lean();
}

async function hasJob({ queues }: Registry, run: RunDoc, definition: TaskDefinition): Promise<boolean> {
  const [step] = definition.steps;
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

async function requeue(registry: Registry, suspects: readonly Suspect[]): Promise<void> {
  const { redis, keys, queues, events } = registry;
  const still = await notBegun(registry, { $in: suspects.map(({ run }) => run._id) });
  for (const { run, definition } of suspects) {
    const { _id: runId, task_id: taskId } = run;
    const claim = { key: keys.claim(taskId, 'key', `requeue:${runId}`), runId, ttlMs: CLAIM_MS };
    if (!still.some(({ _id }) => _id === runId)) continue;
    const [claimed] = await claimKeys(redis, [claim]);
    if (claimed?.ours !== true) continue;
    await queues.add(jobsOf(run, definition));
    events.runRequeued({ run_id: runId, task_id: taskId });
  }
}

function jobsOf(run: RunDoc, definition: TaskDefinition) {
  const { _id: run_id, task_id, task_revision: revision, lead, source, test, received_at } = run;
  if (lead === undefined) return [];
  const job = { run_id, task_id, revision, lead: toLead(lead), source, test };
  return [firstStep({ ...job, received_at: received_at.getTime(), startsAt: Date.now() }, definition)];
}
