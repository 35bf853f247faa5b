import { limits, newRunId, type Lead, type QuarantineEntry, type TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { claimKeys, confirmClaims, redisUnavailable, settledClaim, type Claim } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { enqueueRuns } from '../runs/enqueue-runs.ts';
import { definitionOf } from '../store/json-text.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { findOwningTask } from '../tasks/find-task.ts';
import { findEntry } from './find-entry.ts';
import { readLeads, type MendedBody } from './read-leads.ts';

export interface ReplayedEntry {
  status: 'accepted' | 'held';
  run_ids: string[];
  leads: { status: 'accepted' | 'held'; run_id: string }[];
}

const CLAIM_WAIT_MS = 2_000;

/**
 * Reads a quarantined request again, with the task as it is now, and starts runs for its leads. One
 * replay of an entry starts runs, whoever else tries at the same time; one that died half-way is
 * finished by the next under the same run ids. Throws `not_found`, `conflict` where it was replayed
 * before, or `malformed_body`, `unsupported_media_type` and `invalid_lead` where it is still no lead.
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
  const leads = readLeads(registry.engine, definition, entry, mended);
  const claims = await claimRuns(registry, entry, leads.length);
  await enqueueRuns(registry, newRuns(task, definition, leads, claims));
  await finish(registry, entry, claims);
  const run_ids = claims.map(({ runId }) => runId);
  const status = task.status === 'paused' ? 'held' : 'accepted';
  return { status, run_ids, leads: run_ids.map((run_id) => ({ status, run_id })) };
}

function alreadyReplayed(): TaskhookError {
  return new TaskhookError('conflict', 'This request was replayed already.');
}

async function claimRuns({ redis, keys }: Registry, entry: QuarantineEntry, count: number): Promise<Claim[]> {
  const wanted = Array.from({ length: count }, (_, i): Claim => {
    const key = keys.claim(entry.task_id, 'key', `quarantine:${entry.id}#${i}`);
    return { key, runId: newRunId(), ttlMs: limits.idempotencyMs };
  });
  try {
    const results = await claimKeys(redis, wanted);
    const [first, claim] = [results[0], wanted[0]];
    if (first === undefined || claim === undefined || first.ours) return wanted;
    const owner = await settledClaim(redis, claim.key, CLAIM_WAIT_MS);
    if (owner !== null && !owner.pending) throw alreadyReplayed();
    return wanted.map((mine, i) => {
      const result = results[i];
      return result === undefined || result.ours ? mine : { ...mine, runId: result.runId };
    });
  } catch (error) {
    throw error instanceof TaskhookError ? error : redisUnavailable(error);
  }
}

function newRuns(
  task: TaskDoc,
  definition: TaskDefinition,
  leads: readonly Lead[],
  claims: readonly Claim[],
) {
  return leads.flatMap((lead, i) => {
    const claim = claims[i];
    if (claim === undefined) return [];
    return {
      run_id: claim.runId,
      task_id: task._id,
      revision: task.revision,
      definition,
      status: task.status === 'paused' ? ('held' as const) : ('queued' as const),
      lead,
      source: definition.source,
      test: false,
      replay_of: null,
    };
  });
}

/** The runs have started: should this fail, the confirmed claims say so for as long as they live. */
async function finish(
  { store, redis, events }: Registry,
  entry: QuarantineEntry,
  claims: readonly Claim[],
): Promise<void> {
  const run_ids = claims.map(({ runId }) => runId);
  const set = { status: 'replayed' as const, run_ids };
  await store.writeQuarantine(() => store.quarantine.updateOne({ _id: entry.id }, { $set: set }));
  await confirmClaims(redis, claims).catch(() => undefined);
  events.quarantineReplayed({ quarantine_id: entry.id, task_id: entry.task_id, run_ids });
}
