import { Type, type Static } from 'typebox';
import { literals, newRunId, type QuarantineEntry } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Admitted } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { enqueueRuns, type NewRun } from '../runs/enqueue-runs.ts';
import { definitionOf } from '../store/json-text.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { findOwningTask } from '../tasks/find-task.ts';
import { alreadyReplayed, entryClaims } from './entry-claims.ts';
import { findEntry } from './find-entry.ts';
import { readEntry, type EntryItem, type EntryReading, type MendedEntry } from './read-entry.ts';

const ReplayStatus = literals(['accepted', 'held', 'duplicate', 'ignored'] as const);

export const ReplayedEntry = Type.Object({
  status: ReplayStatus,
  run_ids: Type.Array(Type.String()),
  leads: Type.Array(Type.Object({ status: ReplayStatus, run_id: Type.Optional(Type.String()) })),
});
export type ReplayedEntry = Static<typeof ReplayedEntry>;
type LeadAnswer = ReplayedEntry['leads'][number];

/**
 * Reads a quarantined request again, with the task as it is now, and starts runs for its leads; a
 * lead that is known by its id alone is fetched. One replay of an entry starts runs, whoever else
 * tries at the same time. Throws `not_found`, `conflict` where it was replayed before or a connection is
 * missing, or `malformed_body`, `unsupported_media_type` and `invalid_lead` where it is still no lead.
 */
export async function replayEntry(
  registry: Registry,
  id: string,
  mended: MendedEntry,
): Promise<ReplayedEntry> {
  const entry = await findEntry(registry.store, id);
  if (entry.status === 'replayed') throw alreadyReplayed();
  if (entry.status === 'erased')
    throw new TaskhookError('conflict', 'The request is gone: a person whom it named was erased.');
  const task = await findOwningTask(registry.store, entry.task_id);
  const reading = readEntry(registry.engine, definitionOf(task), entry, mended);
  const runs = reading.items.map((item, i) => newRun(registry, task, entry, reading, item, i));
  const started = await startRuns(registry, runs);
  const leads = runs.map((run) => answerOf(run, started));
  if (isRepeated(started)) {
    // Whoever was first may have died before it could say so.
    await markReplayed(registry, entry, runIdsOf(leads), { status: { $ne: 'replayed' } });
    throw alreadyReplayed();
  }
  await markReplayed(registry, entry, runIdsOf(leads));
  registry.events.quarantineReplayed({
    quarantine_id: entry.id,
    task_id: entry.task_id,
    run_ids: runIdsOf(leads),
  });
  return { status: statusOf(leads), run_ids: runIdsOf(leads), leads };
}

/** Null for an item that the task ignores. */
function newRun(
  { keys }: Registry,
  task: TaskDoc,
  entry: QuarantineEntry,
  { source }: EntryReading,
  item: EntryItem,
  index: number,
): NewRun | null {
  if (item.type === 'ignored') return null;
  const { _id: task_id, revision } = task;
  const common = { run_id: newRunId(), task_id, revision, definition: definitionOf(task) };
  const origin = { source, test: item.test, replay_of: null, late: true };
  const run = { ...common, ...origin, claims: entryClaims(keys, entry, index, item) };
  // A lead that has to be fetched is held once it is there.
  if (item.type === 'fetch') return { ...run, status: 'queued', lead: null, fetch: item.target };
  return { ...run, status: task.status === 'paused' ? 'held' : 'queued', lead: item.lead };
}

type Started = ReadonlyMap<NewRun | null, Admitted | undefined>;

async function startRuns(registry: Registry, runs: readonly (NewRun | null)[]): Promise<Started> {
  const wanted = runs.filter((run) => run !== null);
  const outcomes = await enqueueRuns(registry, wanted);
  return new Map(wanted.map((run, i) => [run, outcomes[i]]));
}

/** Whether another replay has started the run of an item: it has the item's place, which is its first claim. */
function isRepeated(started: Started): boolean {
  return [...started.values()].some((outcome) => outcome?.status === 'duplicate' && outcome.claim === 0);
}

function answerOf(run: NewRun | null, started: Started): LeadAnswer {
  if (run === null) return { status: 'ignored' };
  const outcome = started.get(run);
  if (outcome?.status === 'duplicate') return { status: 'duplicate', run_id: outcome.runId };
  return { status: run.status === 'held' ? 'held' : 'accepted', run_id: run.run_id };
}

/** That of a lead that started a run, where one did. */
function statusOf(leads: readonly LeadAnswer[]): LeadAnswer['status'] {
  const started = leads.find(({ status }) => status === 'accepted' || status === 'held');
  return (started ?? leads[0])?.status ?? 'ignored';
}

function runIdsOf(leads: readonly LeadAnswer[]): string[] {
  return leads.flatMap(({ run_id }) => run_id ?? []);
}

async function markReplayed(
  { store }: Registry,
  { id }: QuarantineEntry,
  run_ids: string[],
  filter: { status?: { $ne: 'replayed' } } = {},
): Promise<void> {
  const set = { status: 'replayed' as const, run_ids };
  await store.writeQuarantine(() => store.quarantine.updateOne({ _id: id, ...filter }, { $set: set }));
}
