import { setTimeout as sleep } from 'node:timers/promises';
import { DAY, finalRunStatuses, lowestId } from '@taskhook/contracts';
import { removeJobsOf } from '../erasures/erase-run.ts';
import { countErased } from '../figures/count-transitions.ts';
import type { Registry } from '../registry.ts';
import { definitionOf } from '../store/json-text.ts';
import type { RunDoc } from '../store/run-model.ts';

export interface RetentionDays {
  /** Of runs whose task says nothing. */
  runs: number;
  quarantine: number;
  samples: number;
}

export interface RetentionRemoved {
  runs: number;
  quarantine: number;
  samples: number;
}

const BATCH = 100;
/** Between two batches: others come first. */
const PAUSE_MS = 50;

/**
 * Removes what is older than it is to be kept: runs that ended so long ago, and requests that came so long
 * ago. What a task says counts for its requests too, where it is less. Figures stay. `mayGoOn` is asked
 * before each batch.
 */
export async function sweepRetention(
  registry: Registry,
  days: RetentionDays,
  mayGoOn: () => Promise<boolean>,
): Promise<RetentionRemoved> {
  const removed: RetentionRemoved = { runs: 0, quarantine: 0, samples: 0 };
  const own = await ownRetentions(registry);
  const others = { $nin: own.map(({ taskId }) => taskId) };
  const all = [
    ...own.map(({ taskId, kept }) => ({
      task: taskId as TaskFilter,
      of: (kind: Kind) => lesser(kept, days, kind),
    })),
    { task: others as TaskFilter, of: (kind: Kind) => days[kind] },
  ];
  for (const { task, of } of all) {
    for (const kind of kinds)
      removed[kind] += await inBatches(mayGoOn, removers[kind](registry, task, of(kind)));
  }
  return removed;
}

const kinds = ['runs', 'quarantine', 'samples'] as const;
type Kind = (typeof kinds)[number];
type TaskFilter = string | { $nin: string[] };

/** A task may keep its runs for longer, or anything for less, than it is usual. */
function lesser(kept: number, days: RetentionDays, kind: Kind): number {
  return kind === 'runs' ? kept : Math.min(kept, days[kind]);
}

async function ownRetentions({ store }: Registry): Promise<{ taskId: string; kept: number }[]> {
  const tasks = await store.tasks.find({}, { definition: 1 }).lean();
  return tasks.flatMap((task) => {
    const { retention_days: kept } = definitionOf(task);
    return kept === undefined ? [] : [{ taskId: task._id, kept }];
  });
}

/** Removes one batch; gives how many there were, fewer than a batch where none is left. */
type RemoveBatch = () => Promise<number>;

async function inBatches(mayGoOn: () => Promise<boolean>, removeBatch: RemoveBatch): Promise<number> {
  let removed = 0;
  while (await mayGoOn()) {
    const count = await removeBatch();
    removed += count;
    if (count < BATCH) return removed;
    await sleep(PAUSE_MS);
  }
  return removed;
}

type Remover = (registry: Registry, task: TaskFilter, days: number) => RemoveBatch;

const removers: Record<Kind, Remover> = {
  runs: (registry, task, days) => () => removeRuns(registry, task, days),
  quarantine: (registry, task, days) => () => removeQuarantined(registry, task, days),
  samples: (registry, task, days) => () => removeSamples(registry, task, days),
};

/** A run counts from its end: one that still waits stays, however old it is. Its job may have been kept. */
async function removeRuns(registry: Registry, task: TaskFilter, days: number): Promise<number> {
  const { store } = registry;
  const before = Date.now() - days * DAY;
  const runs = await store.runs
    .find(
      {
        task_id: task,
        _id: { $lt: lowestId('run', before) },
        status: { $in: finalRunStatuses },
        finished_at: { $lt: new Date(before) },
      },
      { status: 1, task_id: 1, task_revision: 1 },
    )
    .sort({ _id: 1 })
    .limit(BATCH)
    .lean<Pick<RunDoc, '_id' | 'status' | 'task_id' | 'task_revision'>[]>();
  if (runs.length === 0) return 0;
  for (const run of runs) if (run.status === 'failed') await removeJobsOf(registry, run);
  await store.writeRun(() => store.runs.deleteMany({ _id: { $in: idsOf(runs) } }));
  await countErased(store, runs);
  return runs.length;
}

async function removeQuarantined({ store }: Registry, task_id: TaskFilter, days: number): Promise<number> {
  const _id = { $lt: lowestId('quar', Date.now() - days * DAY) };
  const old = await store.quarantine.find({ task_id, _id }, { _id: 1 }).sort({ _id: 1 }).limit(BATCH).lean();
  if (old.length === 0) return 0;
  await store.writeQuarantine(() => store.quarantine.deleteMany({ _id: { $in: idsOf(old) } }));
  return old.length;
}

async function removeSamples({ store }: Registry, task_id: TaskFilter, days: number): Promise<number> {
  const _id = { $lt: lowestId('samp', Date.now() - days * DAY) };
  const old = await store.samples.find({ task_id, _id }, { _id: 1 }).sort({ _id: 1 }).limit(BATCH).lean();
  if (old.length === 0) return 0;
  await store.writeSample(() => store.samples.deleteMany({ _id: { $in: idsOf(old) } }));
  return old.length;
}

const idsOf = (docs: readonly { _id: string }[]): string[] => docs.map(({ _id }) => _id);
