import { Type, type Static } from 'typebox';
import { literals, type QuarantineEntry, type TaskDefinition } from '@taskhook/contracts';
import { confirmClaims } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { enqueueRuns, type NewRun } from '../runs/enqueue-runs.ts';
import { definitionOf } from '../store/json-text.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { findOwningTask } from '../tasks/find-task.ts';
import { alreadyReplayed, claimRuns, type ItemRun } from './claim-runs.ts';
import { findEntry } from './find-entry.ts';
import { readEntry, type EntryItem, type EntryReading, type MendedBody } from './read-entry.ts';

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
 * tries at the same time; one that died half-way is finished by the next under the same run ids.
 * Throws `not_found`, `conflict` where it was replayed before or a connection is missing, or
 * `malformed_body`, `unsupported_media_type` and `invalid_lead` where it is still no lead.
 */
export async function replayEntry(
  registry: Registry,
  id: string,
  mended: MendedBody,
): Promise<ReplayedEntry> {
  const entry = await findEntry(registry.store, id);
  if (entry.status === 'replayed') throw alreadyReplayed();
  const task = await findOwningTask(registry.store, entry.task_id);
  const definition = definitionOf(task);
  const reading = readEntry(registry.engine, definition, entry, mended);
  const runs = await claimRuns(registry, entry, reading.items);
  await enqueueRuns(registry, newRuns(task, definition, reading, runs));
  const leads = reading.items.map((item, i) => answerOf(task, item, runs[i]));
  await finish(registry, entry, leads, runs);
  return { status: statusOf(leads), run_ids: runIdsOf(leads), leads };
}

function newRuns(
  task: TaskDoc,
  definition: TaskDefinition,
  { source, items }: EntryReading,
  runs: readonly ItemRun[],
): NewRun[] {
  const paused = task.status === 'paused';
  return items.flatMap((item, i) => {
    const run = runs[i];
    if (run === undefined || run.duplicate || item.type === 'ignored') return [];
    const { test } = item;
    const common = { run_id: run.runId, task_id: task._id, revision: task.revision, definition };
    const origin = { source, test, replay_of: null, late: true };
    // A lead that has to be fetched is held once it is there.
    return item.type === 'fetch'
      ? { ...common, ...origin, status: 'queued', lead: null, fetch: item.target }
      : { ...common, ...origin, status: paused ? 'held' : 'queued', lead: item.lead };
  });
}

function answerOf(task: TaskDoc, item: EntryItem, run: ItemRun | undefined): LeadAnswer {
  if (item.type === 'ignored' || run === undefined) return { status: 'ignored' };
  const run_id = run.runId;
  if (run.duplicate) return { status: 'duplicate', run_id };
  return { status: item.type === 'lead' && task.status === 'paused' ? 'held' : 'accepted', run_id };
}

/** That of a lead that started a run, where one did. */
function statusOf(leads: readonly LeadAnswer[]): LeadAnswer['status'] {
  const started = leads.find(({ status }) => status === 'accepted' || status === 'held');
  return (started ?? leads[0])?.status ?? 'ignored';
}

function runIdsOf(leads: readonly LeadAnswer[]): string[] {
  return leads.flatMap(({ run_id }) => run_id ?? []);
}

/** The runs have started: should this fail, the confirmed claims say so for as long as they live. */
async function finish(
  { store, redis, events }: Registry,
  entry: QuarantineEntry,
  leads: readonly LeadAnswer[],
  runs: readonly ItemRun[],
): Promise<void> {
  const run_ids = runIdsOf(leads);
  const set = { status: 'replayed' as const, run_ids };
  await store.writeQuarantine(() => store.quarantine.updateOne({ _id: entry.id }, { $set: set }));
  await confirmClaims(
    redis,
    runs.flatMap(({ claims }) => claims),
  ).catch(() => undefined);
  events.quarantineReplayed({ quarantine_id: entry.id, task_id: entry.task_id, run_ids });
}
