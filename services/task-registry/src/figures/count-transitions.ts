import type { AnyBulkWriteOperation } from 'mongoose';
import type { RunStatus } from '@taskhook/contracts';
import type { LedgerDoc, StatsDoc } from '../store/stats-model.ts';
import { BULK_SIZE, type Store } from '../store/store.ts';
import { hourOfId } from './hours.ts';

interface Counted {
  status: RunStatus;
  test: boolean;
}

/** A change of a run that was written. `before` is null for one that was not there. */
export interface Transition {
  runId: string;
  taskId: string;
  before: Counted | null;
  after: Counted;
}

type Figures = Pick<Store, 'stats' | 'ledger' | 'writeStats'>;
type Increments = Record<string, number>;

/**
 * Counts changes of runs that were really written, each once: in the hour in which the run came, for
 * its task and for the installation. A crash between a write and its count is made good by
 * `reconcileLedger`.
 */
export async function countTransitions(store: Figures, transitions: readonly Transition[]): Promise<void> {
  const stats = new Map<string, Increments>();
  const ledger = new Map<string, Increments>();
  for (const { runId, taskId, before, after } of transitions) {
    const hour = hourOfId(runId);
    const forTask = incrementsOf(stats, `${taskId}:${hour}`);
    move(incrementsOf(ledger, hour), before?.status, after.status);
    move(forTask, toTaskState(before), toTaskState(after));
  }
  await writeFigures(store, stats, ledger);
}

/** Counts requests that went to quarantine: ids of the entries, each with its task. */
export async function countQuarantined(
  store: Figures,
  entries: readonly { _id: string; task_id: string }[],
): Promise<void> {
  const stats = new Map<string, Increments>();
  for (const { _id, task_id } of entries)
    add(incrementsOf(stats, `${task_id}:${hourOfId(_id)}`), 'quarantined', 1);
  await writeFigures(store, stats, new Map());
}

/** Runs that were removed are counted as erased from then on. */
export async function countErased(
  store: Figures,
  runs: readonly { _id: string; status: RunStatus }[],
): Promise<void> {
  const ledger = new Map<string, Increments>();
  for (const { _id, status } of runs) {
    const increments = incrementsOf(ledger, hourOfId(_id));
    add(increments, status, -1);
    add(increments, 'erased', 1);
  }
  await writeFigures(store, new Map(), ledger);
}

/** A test run counts for the installation, not for its task. */
const toTaskState = (run: Counted | null): RunStatus | undefined =>
  run === null || run.test ? undefined : run.status;

function move(increments: Increments, before: RunStatus | undefined, after: RunStatus | undefined): void {
  if (before === after) return;
  if (before === undefined) add(increments, 'accepted', 1);
  else add(increments, before, -1);
  if (after === undefined) add(increments, 'accepted', -1);
  else add(increments, after, 1);
}

function incrementsOf(all: Map<string, Increments>, id: string): Increments {
  const increments = all.get(id) ?? {};
  all.set(id, increments);
  return increments;
}

function add(increments: Increments, name: string, by: number): void {
  increments[name] = (increments[name] ?? 0) + by;
}

async function writeFigures(
  store: Figures,
  stats: ReadonlyMap<string, Increments>,
  ledger: ReadonlyMap<string, Increments>,
): Promise<void> {
  const ofTasks = changesOf(stats).map(([id, inc]) => statsWrite(id, inc));
  const ofAll = changesOf(ledger).map(([hour, inc]) => ledgerWrite(hour, inc));
  if (ofTasks.length + ofAll.length === 0) return;
  await store.writeStats(async () => {
    for (let at = 0; at < ofAll.length; at += BULK_SIZE)
      await store.ledger.bulkWrite(ofAll.slice(at, at + BULK_SIZE), { ordered: false });
    for (let at = 0; at < ofTasks.length; at += BULK_SIZE)
      await store.stats.bulkWrite(ofTasks.slice(at, at + BULK_SIZE), { ordered: false });
  });
}

/** What adds up to nothing is not written. */
function changesOf(all: ReadonlyMap<string, Increments>): [id: string, increments: Increments][] {
  return [...all].flatMap(([id, increments]) => {
    const changes = Object.entries(increments).filter(([, by]) => by !== 0);
    return changes.length === 0 ? [] : [[id, Object.fromEntries(changes)]];
  });
}

function statsWrite(_id: string, $inc: Increments): AnyBulkWriteOperation<StatsDoc> {
  const [task_id = '', hour = ''] = _id.split(':');
  return { updateOne: { filter: { _id }, update: { $inc, $set: { task_id, hour } }, upsert: true } };
}

function ledgerWrite(_id: string, increments: Increments): AnyBulkWriteOperation<LedgerDoc> {
  const $inc = { ...increments, writes: 1 };
  return { updateOne: { filter: { _id }, update: { $inc, $set: { at: new Date() } }, upsert: true } };
}
